// @ts-check
/**
 * Samenkracht: alle formulieren van een Atelier, in één keer.
 *
 * Plak dit hele bestand op script.google.com in een nieuw project, in plaats van wat er staat.
 * Druk op Opslaan en dan op Uitvoeren. Google vraagt één keer of het mag.
 * Nog eens uitvoeren mag altijd: wat er al staat, blijft zoals het is.
 *
 * Samenkracht: all the forms of an Atelier at once.
 *
 * Paste this whole file at script.google.com in a new project, over what is there.
 * Press Save and then Run. Google asks once whether it may.
 * You may run it again at any time: what is there already stays as it is.
 */

/**
 * @typedef {object} Item
 * @property {string} key
 * @property {'section'|'line'|'lines'|'one'|'many'|'scale'|'date'} kind
 * @property {string} title
 * @property {string} help
 * @property {boolean} required
 * @property {string[]} options
 * @property {boolean} own_answer
 * @property {''|'email'|'phone'|'postcode'|'number'} check
 * @property {number} low
 * @property {number} high
 * @property {[string, string]} labels
 *
 * @typedef {{key: string, title: string, description: string, thanks: string, items: Item[]}} FormPlan
 * @typedef {{header: string, help: string, width: number, options: string[], check: boolean, program: boolean}} Column
 * @typedef {{key: string, title: string, description: string, columns: Column[], rows: string[][]}} WorkingPlan
 * @typedef {{key: string, form: string, purpose: string, answers: [string, string][]}} Link
 * @typedef {object} Plan
 * @property {string} title
 * @property {string} spreadsheet
 * @property {string} timezone
 * @property {string} locale
 * @property {string} robot
 * @property {string} existing
 * @property {string} mark
 * @property {FormPlan[]} forms
 * @property {Link[]} links
 * @property {WorkingPlan[]} working
 * @property {Record<string, string>} words
 */

/** @type {Plan} */
const PLAN = {};

/** Google stops a script after six minutes, so we stop by ourselves and go on a little later. */
const PATIENCE = 4.5 * 60 * 1000;

/** So many rows of a working tab get a drop-down or check boxes. */
const ROWS = 1000;

/** Makes everything that is not there yet. This is what Run starts. */
function maakAlles() {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(1000)) {
    throw new Error(PLAN.words.busy);
  }
  try {
    makeAll(Date.now() + PATIENCE);
  } finally {
    lock.releaseLock();
  }
}

/** @param {number} until the moment, in milliseconds, after which no new form is begun */
function makeAll(until) {
  stopWaiting();
  const book = openBook();
  /** @type {string[]} */
  const problems = [];
  for (const plan of PLAN.forms) {
    if (Date.now() > until) {
      tell(problems); // What does not work now is for a person; else it would be tried for ever.
      waitAMinute();
      say('later', {});
      return;
    }
    told(problems, plan.title, () => makeForm(book, plan));
  }
  for (const plan of PLAN.working) {
    told(problems, plan.title, () => makeWorkingTab(book, plan));
  }
  told(problems, PLAN.words.links, () => writeLinks(book));
  told(problems, PLAN.robot, () => shareWithRobot(book));
  removeEmptyTab(book);
  say('done', { url: book.getUrl() });
  tell(problems);
}

/** @param {string[]} problems what did not work, in words */
function tell(problems) {
  if (problems.length > 0) {
    throw new Error(PLAN.words.problems + '\n' + problems.join('\n'));
  }
}

/** Forgets which forms were made, so that the next run makes new ones. Nothing is thrown away. */
function beginOpnieuw() {
  PropertiesService.getScriptProperties().deleteAllProperties();
  say('forgotten', {});
}

/**
 * Does one piece of the work; a failure is told in words and the rest goes on.
 * @param {string[]} problems
 * @param {string} what
 * @param {() => void} work
 */
function told(problems, what, work) {
  try {
    work();
  } catch (error) {
    problems.push('- ' + what + ': ' + (error instanceof Error ? error.message : String(error)));
  }
}

/**
 * @param {string} name of one of the plan's words
 * @param {Record<string, string>} values
 */
function say(name, values) {
  console.log(filled(PLAN.words[name], values));
}

/**
 * @param {string} text
 * @param {Record<string, string>} values
 */
function filled(text, values) {
  return Object.entries(values).reduce((worded, [name, value]) => worded.replace('{' + name + '}', value), text);
}

/**
 * What an earlier run remembered.
 * @param {string} name
 * @returns {{id: string, done: boolean} | null}
 */
function remembered(name) {
  const text = PropertiesService.getScriptProperties().getProperty(name);
  return text === null ? null : JSON.parse(text);
}

/**
 * @param {string} name
 * @param {string} id
 * @param {boolean} done
 */
function remember(name, id, done) {
  PropertiesService.getScriptProperties().setProperty(name, JSON.stringify({ id, done }));
}

/** The spreadsheet for the responses: the one that was named, made before, or belongs to this script, else a new one. */
function openBook() {
  const known = remembered('book');
  const id = PLAN.existing || (known === null ? '' : known.id);
  if (id !== '') {
    try {
      return SpreadsheetApp.openById(id);
    } catch (error) {
      throw new Error(PLAN.words.no_book);
    }
  }
  const own = SpreadsheetApp.getActiveSpreadsheet();
  const book = own === null ? SpreadsheetApp.create(PLAN.spreadsheet) : own;
  remember('book', book.getId(), own === null);
  book.setSpreadsheetLocale(PLAN.locale);
  book.setSpreadsheetTimeZone(PLAN.timezone);
  return book;
}

/**
 * Makes a form with its questions and its tab, or finishes one that an earlier run began.
 * @param {GoogleAppsScript.Spreadsheet.Spreadsheet} book
 * @param {FormPlan} plan
 */
function makeForm(book, plan) {
  const name = 'form:' + plan.key;
  let known = remembered(name);
  if (known === null) {
    known = adopt(book, plan);
  }
  if (known !== null && known.done) {
    say('there', { title: plan.title });
    return;
  }
  const form = known === null ? FormApp.create(plan.title) : openForm(known.id);
  remember(name, form.getId(), false);
  dress(form, plan);
  addItems(form, plan);
  linkToBook(book, form, plan);
  remember(name, form.getId(), true);
  say('made', { title: plan.title });
}

/**
 * The form behind a tab of this title: made by somebody, or by this script in another project.
 * @param {GoogleAppsScript.Spreadsheet.Spreadsheet} book
 * @param {FormPlan} plan
 */
function adopt(book, plan) {
  const tab = book.getSheetByName(plan.title);
  if (tab === null) {
    return null;
  }
  const url = tab.getFormUrl();
  if (url === null) {
    throw new Error(PLAN.words.taken);
  }
  const id = FormApp.openByUrl(url).getId();
  remember('form:' + plan.key, id, true);
  return { id, done: true };
}

/** @param {string} id */
function openForm(id) {
  try {
    return FormApp.openById(id);
  } catch (error) {
    throw new Error(PLAN.words.no_form);
  }
}

/**
 * What a form says above and below its questions, and who may fill it in: everybody, without signing in.
 * @param {GoogleAppsScript.Forms.Form} form
 * @param {FormPlan} plan
 */
function dress(form, plan) {
  form.setDescription(plan.description);
  form.setConfirmationMessage(plan.thanks);
  form.setShowLinkToRespondAgain(true);
  form.setCollectEmail(false);
  form.setLimitOneResponsePerUser(false);
  form.setProgressBar(plan.items.some((item) => item.kind === 'section'));
  try {
    form.setRequireLogin(false);
  } catch (error) {
    // Only a form of an organisation's account has this setting; any other asks nobody to sign in.
  }
  // Newer than the published list of methods: since 2026 a new form may start unpublished.
  const publishable = /** @type {{setPublished?: (on: boolean) => void}} */ (/** @type {unknown} */ (form));
  if (publishable.setPublished) {
    publishable.setPublished(true);
  }
}

/**
 * Adds the questions that are not there. A title is set last, so what has none was cut off halfway.
 * @param {GoogleAppsScript.Forms.Form} form
 * @param {FormPlan} plan
 */
function addItems(form, plan) {
  const there = new Set();
  for (const item of form.getItems()) {
    const title = item.getTitle();
    if (title === '') {
      form.deleteItem(item);
    }
    there.add(title);
  }
  plan.items.filter((item) => !there.has(item.title)).forEach((item) => addItem(form, item));
}

/**
 * @param {GoogleAppsScript.Forms.Form} form
 * @param {Item} item
 */
function addItem(form, item) {
  if (item.kind === 'section') {
    form.addPageBreakItem().setTitle(item.title);
    return;
  }
  const question = newQuestion(form, item);
  if (item.help !== '') {
    question.setHelpText(item.help);
  }
  if (item.required) {
    question.setRequired(true);
  }
  question.setTitle(item.title);
}

/**
 * @param {GoogleAppsScript.Forms.Form} form
 * @param {Item} item
 */
function newQuestion(form, item) {
  switch (item.kind) {
    case 'one':
      return form.addMultipleChoiceItem().setChoiceValues(item.options).showOtherOption(item.own_answer);
    case 'many':
      return form.addCheckboxItem().setChoiceValues(item.options).showOtherOption(item.own_answer);
    case 'scale':
      return form.addScaleItem().setBounds(item.low, item.high).setLabels(item.labels[0], item.labels[1]);
    case 'lines':
      return form.addParagraphTextItem();
    case 'date':
      return form.addDateItem();
    default:
      return item.check ? form.addTextItem().setValidation(validation(item.check)) : form.addTextItem();
  }
}

/** @param {'email'|'phone'|'postcode'|'number'} check what a typed answer should look like */
function validation(check) {
  const rule = FormApp.createTextValidation().setHelpText(PLAN.words['check_' + check]);
  switch (check) {
    case 'email':
      return rule.requireTextIsEmail().build();
    case 'number':
      return rule.requireWholeNumber().build();
    case 'phone':
      return rule.requireTextMatchesPattern('(\\D*\\d){8,}\\D*').build();
    default:
      return rule.requireTextMatchesPattern('\\s*[1-9]\\d{3}\\s*([A-Za-z]{2})?\\s*').build();
  }
}

/**
 * Lets the responses of a form come in a tab of the spreadsheet that bears the form's title.
 * @param {GoogleAppsScript.Spreadsheet.Spreadsheet} book
 * @param {GoogleAppsScript.Forms.Form} form
 * @param {FormPlan} plan
 */
function linkToBook(book, form, plan) {
  if (!isLinked(form, book)) {
    form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
  }
  // Google makes the tab a little later than it says.
  for (let turn = 0; turn < 6; turn += 1) {
    SpreadsheetApp.flush();
    const tab = tabOf(SpreadsheetApp.openById(book.getId()), form);
    if (tab !== null) {
      tab.setName(plan.title);
      tab.setFrozenRows(1);
      return;
    }
    Utilities.sleep(500 * (turn + 1));
  }
  throw new Error(PLAN.words.no_tab);
}

/**
 * @param {GoogleAppsScript.Forms.Form} form
 * @param {GoogleAppsScript.Spreadsheet.Spreadsheet} book
 */
function isLinked(form, book) {
  try {
    return form.getDestinationId() === book.getId();
  } catch (error) {
    return false; // A form without a destination has no answer to this.
  }
}

/**
 * @param {GoogleAppsScript.Spreadsheet.Spreadsheet} book
 * @param {GoogleAppsScript.Forms.Form} form
 */
function tabOf(book, form) {
  return book.getSheets().find((tab) => (tab.getFormUrl() || '').includes(form.getId())) || null;
}

/**
 * Makes a working tab: headers, notes, drop-downs, check boxes, and what the settings know already. One that is there
 * stays as it is.
 * @param {GoogleAppsScript.Spreadsheet.Spreadsheet} book
 * @param {WorkingPlan} plan
 */
function makeWorkingTab(book, plan) {
  const there = book.getSheetByName(plan.title);
  if (there !== null && there.getLastRow() > 0) {
    say('there', { title: plan.title });
    return;
  }
  const tab = there === null ? book.insertSheet(plan.title, book.getSheets().length) : there;
  tab.setTabColor('#E3B23C');
  tab.setFrozenRows(1);
  plan.columns.forEach((column, index) => makeColumn(tab, column, index + 1));
  // What is written comes last and all at once: a tab in which something stands is a finished one.
  const head = tab.getRange(1, 1, 1, plan.columns.length);
  head.setFontWeight('bold').setBackground('#2F6F62').setFontColor('#FFFFFF').setWrap(true);
  head.setNotes([plan.columns.map((column, index) => [index === 0 ? plan.description : '', column.help].filter(Boolean).join('\n'))]);
  const rows = [plan.columns.map((column) => column.header), ...plan.rows.map((row) => row.map(asTyped))];
  tab.getRange(1, 1, rows.length, plan.columns.length).setValues(rows);
  say('made', { title: plan.title });
}

/**
 * A text as somebody would type it: a day becomes a date, and what looks like a formula stays text.
 * @param {string} text
 */
function asTyped(text) {
  return text.replace(/^[=+]/, "'$&");
}

/**
 * @param {GoogleAppsScript.Spreadsheet.Sheet} tab
 * @param {Column} column
 * @param {number} number counted from 1
 */
function makeColumn(tab, column, number) {
  tab.setColumnWidth(number, 7 * column.width + 10);
  const cells = tab.getRange(2, number, ROWS - 1, 1);
  if (column.check) {
    cells.setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
  } else if (column.options.length > 0) {
    // A list to choose from that never refuses what somebody types instead.
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(column.options, true).setAllowInvalid(true);
    cells.setDataValidation(rule.build());
  }
}

/**
 * Writes the tab with the links anew: to every form, and with a meeting or table filled in.
 * @param {GoogleAppsScript.Spreadsheet.Spreadsheet} book
 */
function writeLinks(book) {
  const rows = PLAN.forms.flatMap(linksOf);
  const tab = book.getSheetByName(PLAN.words.links) || book.insertSheet(PLAN.words.links, 0);
  tab.clear();
  tab.getRange(1, 1).setValue(PLAN.words.links_intro + PLAN.mark).setFontWeight('bold');
  const headers = ['links_form', 'links_for', 'links_fill_in', 'links_edit', 'links_key'].map((name) => PLAN.words[name]);
  tab.getRange(3, 1, 1, headers.length).setValues([headers]).setFontWeight('bold');
  if (rows.length > 0) {
    tab.getRange(4, 1, rows.length, headers.length).setValues(rows);
  }
  tab.setFrozenRows(3);
  [160, 150, 520, 420, 180].forEach((width, index) => tab.setColumnWidth(index + 1, width));
}

/**
 * The rows of one form in the tab with the links; none for a form that was not made.
 * @param {FormPlan} plan
 */
function linksOf(plan) {
  const known = remembered('form:' + plan.key);
  if (known === null || !known.done) {
    return [];
  }
  const form = openForm(known.id);
  const edit = form.getEditUrl();
  /** @type {Map<string, GoogleAppsScript.Forms.Item>} */
  const items = new Map(form.getItems().map((item) => [item.getTitle(), item]));
  return PLAN.links
    .filter((link) => link.form === plan.key)
    .map((link) => [plan.title, link.purpose, linkWith(form, answers(plan, link, items)), edit, link.key]);
}

/**
 * What a link fills in; a question that somebody took out or words otherwise is left open.
 * @param {FormPlan} plan
 * @param {Link} link
 * @param {Map<string, GoogleAppsScript.Forms.Item>} items by title
 */
function answers(plan, link, items) {
  return link.answers.flatMap(([key, text]) => {
    const wanted = plan.items.find((item) => item.key === key);
    const item = wanted && items.get(wanted.title);
    return item ? [answer(item, text)] : [];
  });
}

/**
 * @param {GoogleAppsScript.Forms.Form} form
 * @param {GoogleAppsScript.Forms.ItemResponse[]} filledIn
 */
function linkWith(form, filledIn) {
  if (filledIn.length === 0) {
    return form.getPublishedUrl();
  }
  const response = form.createResponse();
  filledIn.forEach((one) => response.withItemResponse(one));
  return response.toPrefilledUrl();
}

/**
 * @param {GoogleAppsScript.Forms.Item} item
 * @param {string} text
 */
function answer(item, text) {
  return item.getType() === FormApp.ItemType.MULTIPLE_CHOICE
    ? item.asMultipleChoiceItem().createResponse(text)
    : item.asTextItem().createResponse(text);
}

/** @param {GoogleAppsScript.Spreadsheet.Spreadsheet} book */
function shareWithRobot(book) {
  if (PLAN.robot === '') {
    return;
  }
  try {
    book.addEditor(PLAN.robot);
  } catch (error) {
    throw new Error(PLAN.words.no_robot);
  }
  say('shared', { robot: PLAN.robot });
}

/**
 * Takes away the empty tab that every new spreadsheet starts with.
 * @param {GoogleAppsScript.Spreadsheet.Spreadsheet} book
 */
function removeEmptyTab(book) {
  const ours = new Set([...PLAN.forms, ...PLAN.working].map((plan) => plan.title).concat(PLAN.words.links));
  const known = remembered('book');
  const tabs = SpreadsheetApp.openById(book.getId()).getSheets();
  if (known === null || !known.done || tabs.length < 2) {
    return;
  }
  tabs
    .filter((tab) => !ours.has(tab.getName()) && tab.getFormUrl() === null && tab.getLastRow() === 0)
    .slice(0, 1)
    .forEach((tab) => book.deleteSheet(tab));
  // Only once: an empty tab that somebody makes later stays.
  remember('book', book.getId(), false);
}

/** Goes on by itself in a minute. */
function waitAMinute() {
  ScriptApp.newTrigger('maakAlles').timeBased().after(60 * 1000).create();
}

function stopWaiting() {
  ScriptApp.getProjectTriggers()
    .filter((trigger) => trigger.getHandlerFunction() === 'maakAlles')
    .forEach((trigger) => ScriptApp.deleteTrigger(trigger));
}
