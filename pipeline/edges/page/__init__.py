"""Pages for a browser on this computer, and pictures for it: nothing comes from or goes to the internet."""
