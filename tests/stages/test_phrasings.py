"""What a Dutch volunteer writes in place of a name, and what becomes of it in a small circle."""

import re

import pytest

from pipeline.model.findings import Where
from pipeline.stages.codes import code_at
from pipeline.stages.decisions import Decisions
from pipeline.stages.people import Claim, Participant, People
from pipeline.stages.resolve import Directory
from pipeline.templates import load_words

CIRCLE = """
Fatma Yılmaz
Ahmed Yılmaz
Fatma El Amrani
Ahmed Bouzid
Piet Jansen
Ans de Boer
Kees de Boer
Riet van der Meer
Jan Bakker
Jan de Vries sr.
Jan de Vries jr.
Maria Jansen
Mohamed El Amrani
Soenita Ramdin
Khadija Benali
Willem-Jan Smit
Anneke Smit-de Wit
Peter Mulder
Youssef Haddad
Hatice Demir
Truus Kok
Małgorzata Kowalska
Joke van 't Hof
Marloes Post
Zeynep Öztürk
Gerard van Dijk
Bart Visser
Wil van der Hoek
Sam Visser
Antonia Vink
Karimt Vink
""".strip().splitlines()

PHRASINGS = """
buurvrouw Fatma                          -> ?Fatma Yılmaz|Fatma El Amrani
buurvrouw Riet                           -> Riet van der Meer
mijn zus                                 ->
Riet van vorige keer                     -> ?Riet van der Meer
Riet van Schoolenberg                    ->
Riet van der Meer en nog iemand          -> Riet van der Meer
mijn zus Hatice                          -> Hatice Demir
m'n zus Hatice                           -> Hatice Demir
Piet Jansen, Jan Bakker -> ?Piet Jansen|Jan Bakker
Piet Jansen of Jan Bakker -> ?Piet Jansen|Jan Bakker
Piet Jansen, Wijkteam Oost -> Piet Jansen
Piet Jansen (Buurthuis Zuid) -> Piet Jansen
1. Piet Jansen 2. Jan Bakker -> ?Piet Jansen|Jan Bakker
Piet Jansen (met Jan Bakker) -> ?Piet Jansen|Jan Bakker
Jan en Piet -> ?Piet Jansen|Jan Bakker|Jan de Vries sr.|Jan de Vries jr.|Peter Mulder
fam. de Boer                             -> ?Ans de Boer|Kees de Boer
familie Demir                            -> Hatice Demir
Fatma (van de moskee)                    -> ?Fatma Yılmaz|Fatma El Amrani
Hatice (van de moskee)                   -> Hatice Demir
Fatma Y.                                 -> Fatma Yılmaz
F. Yilmaz                                -> Fatma Yılmaz
mevr. Jansen                             -> Maria Jansen
Mevr M. Jansen                           -> Maria Jansen
dhr Jansen                               -> Piet Jansen
meneer Yilmaz                            -> Ahmed Yılmaz
mevrouw Yilmaz                           -> Fatma Yılmaz
de heer Post                             ->
mevr. Bakker                             ->
buurman Jansen                           -> ?Piet Jansen
Jan van de bakker                        -> ?Jan Bakker
Jan de bakker                            -> Jan Bakker
ik ken niemand                           -> 0
kwam zelf                                -> 0
ben zelf gekomen                         -> 0
niemand eigenlijk                        -> 0
via via                                  -> 0
via de post                              -> 0
nee                                      -> 0
op facebook gezien                       -> 0
ik zag een poster                        -> 0
via de gemeente                          -> 0
weet ik niet meer zo goed                -> 0
via Piet                                 -> Piet Jansen
Piet heeft mij gevraagd                  -> Piet Jansen
Piet nodigde me uit voor vanavond        -> Piet Jansen
gevraagd door Piet                       -> Piet Jansen
ik ben door Truus gevraagd               -> Truus Kok
ik ben uitgenodigd door Piet Jansen      -> Piet Jansen
meegekomen met Riet                      -> Riet van der Meer
samen met mijn buurvrouw Riet            -> Riet van der Meer
uitnodiging van Truus                    -> Truus Kok
Uitgenodigd: Truus                       -> Truus Kok
Ans & Kees                               -> ?Ans de Boer|Kees de Boer
Ans, Kees                                -> ?Ans de Boer|Kees de Boer
onze buren Ans en Kees                   -> ?Ans de Boer|Kees de Boer
Truus of Marloes                         -> ?Truus Kok|Marloes Post
Truus en ik                              -> ?Truus Kok
Truus + man                              -> Truus Kok
dezelfde als vorige keer                 ->
Dhr. de Vries sr.                        -> Jan de Vries sr.
Jan de Vries                             -> ?Jan de Vries sr.|Jan de Vries jr.
tante Riet                               -> Riet van der Meer
mijn man Ahmed                           -> ?Ahmed Yılmaz|Ahmed Bouzid
Ahmed mijn man                           -> ?Ahmed Yılmaz|Ahmed Bouzid
mijn broer (Youssef)                     -> Youssef Haddad
Riet - buurvrouw                         -> Riet van der Meer
Ik ben door mijn buurvrouw Riet gevraagd -> Riet van der Meer
door mijn buurvrouw Riet uitgenodigd     -> Riet van der Meer
met mijn buurvrouw Riet meegekomen       -> Riet van der Meer
met Riet gekomen                         -> Riet van der Meer
door Riet gevraagt                       -> Riet van der Meer
Riet de buurvrouw                        -> Riet van der Meer
Riet van hiernaast                       -> ?Riet van der Meer
Riet uit de Jan Luykenlaan               -> ?Riet van der Meer
Marloes van mijn werk                    -> ?Marloes Post
Riet van der Meer (06-12345678)          -> Riet van der Meer
Meer, Riet van der                       -> Riet van der Meer
محمد العمراني                            -> Mohamed El Amrani
محمد                                     -> ?Mohamed El Amrani
فاطمة                                    -> ?Fatma Yılmaz|Fatma El Amrani
فاطمة يلماز                              -> Fatma Yılmaz
Kadija                                   -> ?Khadija Benali|Hatice Demir
Yusuf                                    -> Youssef Haddad
Moh. El Amrani                           -> Mohamed El Amrani
Sunita Ramdien                           -> Soenita Ramdin
Willemjan                                -> Willem-Jan Smit
WJ Smit                                  -> Willem-Jan Smit
Anneke de Wit                            -> Anneke Smit-de Wit
Gosia                                    -> Małgorzata Kowalska
Joke v 't Hof                            -> Joke van 't Hof
Zenep Ozturk                             -> Zeynep Öztürk
van Dijk                                 -> Gerard van Dijk
buurvrouw van Dijk                       ->
Pieter                                   -> ?Piet Jansen|Peter Mulder
Mulder                                   -> ?Peter Mulder
bakker                                   -> ?Jan Bakker
Amrani                                   -> ?Fatma El Amrani|Mohamed El Amrani
Truus {Truus Kok}                        -> Truus Kok
{Truus Kok} – Truus Kok                  -> Truus Kok
mijn code is {Truus Kok}                 -> Truus Kok
op de kaart staat U-{Truus Kok}          -> Truus Kok
Marloes {Truus Kok}                      -> ?Truus Kok|Marloes Post
{Truus Kok} of {Marloes Post}            -> ?Truus Kok|Marloes Post
Truus denk ik                            -> Truus Kok
volgens mij Truus                        -> Truus Kok
van Truus                                -> ?Truus Kok
gehoord van Truus                        -> Truus Kok
een vriendin, Truus                      -> Truus Kok
Truus haar man                           ->
de moeder van Truus                      ->
buurvrouw van Truus                      ->
Vriend, Piet                             -> ?Piet Jansen
Piet de Man                              -> ?Piet Jansen
iemand van de kerk                       ->
die aardige mevrouw                      ->
de wijkagent                             ->
wijkagent Bart                           -> Bart Visser
Bart van de gemeente                     -> ?Bart Visser
Hatice abla                              -> Hatice Demir
A. Yilmaz                                -> Ahmed Yılmaz
Yilmaz                                   -> ?Fatma Yılmaz|Ahmed Yılmaz
Ben                                      ->
Samenkracht                              ->
Wil van der Hoek                         -> Wil van der Hoek
mevrouw van der Hoek                     -> ?Wil van der Hoek
Piet van der Hoek                        ->
Bep                                      ->
Riet Bakker                              ->
mevrouw Hatice                           -> Hatice Demir
meneer Hatice                            -> ?Hatice Demir
dhr. en mevr. de Boer                    -> ?Ans de Boer|Kees de Boer
echtpaar de Boer                         -> ?Ans de Boer|Kees de Boer
onze overburen Ans en Kees               -> ?Ans de Boer|Kees de Boer
Ans ve Kees                              -> ?Ans de Boer|Kees de Boer
gevr. door Truus                         -> Truus Kok
Ik ben gevraagt door Truus               -> Truus Kok
doorverwezen door Truus Kok              -> Truus Kok
Mw Door Kok                              ->
gast van Truus                           -> Truus Kok
kaartje van Truus gekregen               -> Truus Kok
van Truus gehoord                        -> Truus Kok
Truus zei dat het leuk was               -> Truus Kok
Truus appte mij                          -> Truus Kok
ik had Truus gevraagd                    -> ?Truus Kok
ik kwam met Truus                        -> Truus Kok
Hatice is mijn vriendin                  -> Hatice Demir
mijn buurfrouw Hatice                    -> Hatice Demir
een vriendin van mij, Hatice             -> Hatice Demir
mijn wandelvriendin Hatice               -> Hatice Demir
ablam Hatice                             -> Hatice Demir
komşum Hatice                            -> Hatice Demir
moja siostra Hatice                      -> Hatice Demir
beheerder Bart                           -> Bart Visser
buurthuis (Bart Visser)                  -> ?Bart Visser
Truus Kok uit de Tulpstraat              -> Truus Kok
Truus van de yoga                        -> ?Truus Kok
die leuke vrouw Truus van de yoga        -> ?Truus Kok
lieve Truus                              -> ?Truus Kok
truus van de yoga                        ->
ik bedoel truus                          -> ?Truus Kok
ik ken truus                             ->
Truus Hendriks                           ->
Truus hendriks                           ->
van der Truus                            ->
Abu Youssef                              ->
kinderen van Truus van de yoga           ->
vrouw van Piet Jansen                    -> ?Piet Jansen
vrouw van Piet Jansen van de kerk        -> ?Piet Jansen
iemand van Truus                         ->
Truus d'r zus                            ->
Truus' man en Truus's zus                ->
een heel lang verhaal waarin aan het eind van de dag ook nog Truus voorkomt ->
Hatce                                    -> ?Hatice Demir
Jxn                                      ->
Xatce                                    ->
Anne Bakker                              ->
Hans                                     ->
Toos                                     -> ?Antonia Vink
onze Toos van de yoga                    ->
Karim                                    -> ?Karimt Vink
Peter                                    -> Peter Mulder
J.                                       ->
L.                                       ->
Marloes Hendriks, Truus Kok              -> ?Truus Kok
Ngugi wa Truus                           -> ?Truus Kok
gevraagd door Marieke Martina            ->
spontaan                                 -> 0
nikt                                     -> 0
Jan van de Hoek                          -> ?Jan Bakker|Jan de Vries sr.|Jan de Vries jr.
"""
"""`what is written -> who is meant`: a name is linked, after `?` asked, `0` is nobody;
nothing = a name that we do not know. In braces stands somebody's code."""

CODES = {name: code_at(number, "x") for number, name in enumerate(CIRCLE)}
NAMES = {code: name for name, code in CODES.items()}
TABLE = [line.partition("->") for line in PHRASINGS.strip().splitlines()]


@pytest.fixture(scope="module")
def directory() -> Directory:
    participants = {
        code: Participant(code, name, claims=(Claim(f"signup:{row}", Where("signup", row), name),))
        for row, (name, code) in enumerate(CODES.items(), start=2)
    }
    return Directory(People(participants), Decisions(), tuple(load_words()["no_inviter"]))


@pytest.mark.parametrize(("written", "meant"), [(one.strip(), other.strip()) for one, _, other in TABLE])
def test_what_people_write_in_place_of_a_name(written: str, meant: str, directory: Directory) -> None:
    text = re.sub(r"\{(.*?)\}", lambda found: CODES[found.group(1)], written)
    found = directory.find(text, Where("signup", 9, "invited_by"), "signup:9")
    asked = "|".join(NAMES[code] for code in found.candidates)
    said = NAMES.get(found.participant or "") or (f"?{asked}" if asked else "0" if found.none else "")
    assert said == meant
    assert bool(found.question) == bool(asked)
