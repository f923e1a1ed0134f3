/**
 * Runs a script in the stand-in as scenarios on standard input say, and prints what came of each.
 *
 * Standard input: {script, scenarios: [{runs: [{call?, failAt?, failAfter?, msPerCall?, lateTabs?, before?}],
 * organisation?, bound?, unknownAddresses?}]}. `before` is code that changes the world first, as a person would.
 */
'use strict';

const fs = require('node:fs');
const vm = require('node:vm');
const { World, Spreadsheet, Form, services } = require('./stand_in.js');

const given = JSON.parse(fs.readFileSync(0, 'utf8'));
const script = new vm.Script(given.script);

function play(scenario) {
  const world = new World();
  world.organisation = scenario.organisation || false;
  world.unknownAddresses = new Set(scenario.unknownAddresses || []);
  if (scenario.bound) {
    world.bound = new Spreadsheet(world, 'Ons spreadsheet');
  }
  const context = vm.createContext(services(world));
  script.runInContext(context);
  const calls = [];
  const errors = scenario.runs.map((run) => {
    if (run.before) {
      new Function('world', 'Spreadsheet', 'Form', run.before)(world, Spreadsheet, Form);
    }
    const { failAt = 0, failAfter = false, msPerCall = 100, lateTabs = 1 } = run;
    Object.assign(world, { calls: 0, failAt, failAfter, msPerCall, lateTabs });
    try {
      vm.runInContext(`${run.call || 'maakAlles'}()`, context);
      return null;
    } catch (error) {
      return error.message;
    } finally {
      calls.push(world.calls);
    }
  });
  return { errors, calls, ...shown(world) };
}

function shown(world) {
  return {
    log: world.log,
    triggers: world.triggers.map((one) => [one.name, one.after]),
    forms: [...world.forms.values()].map((form) => ({
      id: form.id,
      title: form.title,
      description: form.description,
      thanks: form.thanks,
      published: form.published,
      settings: form.settings,
      linked: form.book !== null,
      items: form.items.map(({ form: _, ...item }) => item),
    })),
    books: [...world.books.values()].map((book) => ({
      id: book.id,
      title: book.title,
      locale: book.locale,
      timezone: book.timezone,
      editors: book.editors,
      sheets: book.sheets.map((sheet) => ({
        name: sheet.name,
        form: sheet.form && sheet.form.id,
        frozen: sheet.frozen,
        rows: sheet.rows(),
        rules: sheet.rules,
        notes: [...sheet.notes.entries()].filter(([, text]) => text),
      })),
    })),
  };
}

fs.writeSync(1, JSON.stringify(given.scenarios.map(play)));
