// @ts-check
/**
 * What the script finds in Google, in memory: FormApp, SpreadsheetApp, PropertiesService and the like.
 *
 * Faithful in what the script relies on: a form that is linked gets its tab a while later and under
 * Google's own name; a title that is taken is refused; a choice that is not offered cannot be filled
 * in; a form without the setting refuses to change it; values must fit their range. Every call may be
 * made to fail by its number, so that a run can be cut off anywhere.
 */
'use strict';

class World {
  constructor() {
    this.calls = 0;
    this.failAt = 0;
    this.failAfter = false;
    this.now = Date.UTC(2026, 7, 20, 10, 0, 0);
    this.msPerCall = 100;
    this.lateTabs = 1;
    this.organisation = false;
    this.unknownAddresses = new Set();
    this.bound = null;
    this.locked = false;
    this.properties = new Map();
    this.books = new Map();
    this.forms = new Map();
    this.triggers = [];
    this.log = [];
    this.ids = 0;
  }

  id(kind) {
    this.ids += 1;
    return `${kind}-${String(this.ids).padStart(6, '0')}-${'x'.repeat(30)}`;
  }

  /** Makes a call; time goes by, and one call fails, before or after it was done. */
  call(work) {
    this.calls += 1;
    this.now += this.msPerCall;
    const fails = this.calls === this.failAt;
    if (fails && !this.failAfter) {
      throw new Error('Service unavailable');
    }
    const result = work();
    if (fails) {
      throw new Error('Service timed out');
    }
    return result;
  }
}

/** Every method of an object counts as a call; a method that is not there is a mistake of the script. */
function guarded(world, object) {
  return new Proxy(object, {
    get(target, name) {
      const value = target[name];
      if (typeof value !== 'function' || name === 'constructor') {
        return value;
      }
      return (...given) => {
        const result = world.call(() => value.apply(target, given));
        return result === target ? guarded(world, target) : result;
      };
    },
  });
}

const unwrapped = new WeakMap();

function wrap(world, object) {
  const proxy = guarded(world, object);
  unwrapped.set(proxy, object);
  return proxy;
}

class Range {
  constructor(sheet, row, column, rows, columns) {
    Object.assign(this, { sheet, row, column, rows, columns });
  }
  each(change) {
    for (let r = 0; r < this.rows; r += 1) {
      for (let c = 0; c < this.columns; c += 1) {
        change(this.row + r, this.column + c, r, c);
      }
    }
    return this;
  }
  fits(values) {
    if (values.length !== this.rows || values.some((row) => row.length !== this.columns)) {
      throw new Error('The number of rows or columns in the data does not match the range.');
    }
  }
  setValue(value) {
    return this.each((r, c) => this.sheet.put(r, c, value));
  }
  setValues(values) {
    this.fits(values);
    return this.each((r, c, i, j) => this.sheet.put(r, c, values[i][j]));
  }
  setNotes(notes) {
    this.fits(notes);
    return this.each((r, c, i, j) => this.sheet.notes.set(`${r},${c}`, notes[i][j]));
  }
  setDataValidation(rule) {
    const { row, column, rows, columns } = this;
    this.sheet.rules = this.sheet.rules.filter((one) => one.row !== row || one.column !== column);
    this.sheet.rules.push({ row, column, rows, columns, rule });
    return this;
  }
  setFontWeight(weight) {
    return this.each((r, c) => this.sheet.dress(r, c, { weight }));
  }
  setBackground(background) {
    return this.each((r, c) => this.sheet.dress(r, c, { background }));
  }
  setFontColor(colour) {
    return this.each((r, c) => this.sheet.dress(r, c, { colour }));
  }
  setWrap(wrap) {
    return this.each((r, c) => this.sheet.dress(r, c, { wrap }));
  }
}

class Sheet {
  constructor(world, book, name) {
    Object.assign(this, { world, book, name, form: null, cells: new Map(), notes: new Map(), looks: new Map() });
    Object.assign(this, { rules: [], widths: new Map(), frozen: 0, colour: null });
  }
  put(row, column, value) {
    if (value === '') {
      this.cells.delete(`${row},${column}`);
    } else {
      this.cells.set(`${row},${column}`, value);
    }
  }
  dress(row, column, look) {
    this.looks.set(`${row},${column}`, { ...this.looks.get(`${row},${column}`), ...look });
  }
  getName() {
    return this.name;
  }
  setName(name) {
    if (this.book.sheets.some((sheet) => sheet !== this && sheet.name.toLowerCase() === name.toLowerCase())) {
      throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
    this.name = name;
    return this;
  }
  getFormUrl() {
    return this.form === null ? null : `https://docs.google.com/forms/d/${this.form.id}/viewform`;
  }
  getLastRow() {
    return Math.max(0, ...[...this.cells.keys()].map((key) => Number(key.split(',')[0])));
  }
  getRange(row, column, rows = 1, columns = 1) {
    if (row < 1 || column < 1 || rows < 1 || columns < 1) {
      throw new Error('The starting row of the range is too small.');
    }
    return wrap(this.world, new Range(this, row, column, rows, columns));
  }
  setFrozenRows(rows) {
    this.frozen = rows;
  }
  setColumnWidth(column, width) {
    this.widths.set(column, width);
    return this;
  }
  setTabColor(colour) {
    this.colour = colour;
    return this;
  }
  clear() {
    this.cells.clear();
    this.looks.clear();
    return this;
  }
  rows() {
    const width = Math.max(0, ...[...this.cells.keys()].map((key) => Number(key.split(',')[1])));
    return Array.from({ length: this.getLastRow() }, (_, r) =>
      Array.from({ length: width }, (_, c) => this.cells.get(`${r + 1},${c + 1}`) ?? '')
    );
  }
}

class Spreadsheet {
  constructor(world, title) {
    Object.assign(this, { world, title, id: world.id('book'), editors: [], locale: 'en_US', timezone: 'Etc/GMT' });
    this.sheets = [new Sheet(world, this, 'Blad1')];
    this.waiting = [];
    world.books.set(this.id, this);
  }
  getId() {
    return this.id;
  }
  getUrl() {
    return `https://docs.google.com/spreadsheets/d/${this.id}/edit`;
  }
  setSpreadsheetLocale(locale) {
    if (!/^[a-z]{2}_[A-Z]{2}$/.test(locale)) {
      throw new Error('Invalid argument: locale');
    }
    this.locale = locale;
  }
  setSpreadsheetTimeZone(timezone) {
    this.timezone = timezone;
  }
  getSheets() {
    return this.sheets.map((sheet) => wrap(this.world, sheet));
  }
  getSheetByName(name) {
    const found = this.sheets.find((sheet) => sheet.name === name);
    return found ? wrap(this.world, found) : null;
  }
  insertSheet(name, index) {
    const sheet = new Sheet(this.world, this, '');
    sheet.setName(name);
    this.sheets.splice(index, 0, sheet);
    return wrap(this.world, sheet);
  }
  deleteSheet(proxy) {
    if (this.sheets.length === 1) {
      throw new Error("You can't remove all the sheets in a document.");
    }
    this.sheets = this.sheets.filter((sheet) => sheet !== unwrapped.get(proxy));
  }
  addEditor(address) {
    if (this.world.unknownAddresses.has(address)) {
      throw new Error(`Invalid email: ${address}`);
    }
    this.editors.push(address);
    return this;
  }
  /** Google adds the tab of a linked form at the end, under its own name, some flushes later. */
  expect(form) {
    this.waiting.push({ form, flushes: this.world.lateTabs });
  }
  flush() {
    this.waiting = this.waiting.filter((one) => {
      one.flushes -= 1;
      if (one.flushes > 0) {
        return true;
      }
      const taken = new Set(this.sheets.map((sheet) => sheet.name));
      let number = 1;
      while (taken.has(`Formulierreacties ${number}`)) {
        number += 1;
      }
      const sheet = new Sheet(this.world, this, `Formulierreacties ${number}`);
      sheet.form = one.form;
      this.sheets.push(sheet);
      one.form.writeHeaders();
      return false;
    });
  }
}

class Item {
  constructor(form, type) {
    Object.assign(this, { form, type, id: form.world.ids += 1, title: '', help: '', required: false });
    Object.assign(this, { choices: null, other: false, bounds: null, labels: null, rule: null });
    form.items.push(this);
  }
  getId() {
    return this.id;
  }
  getTitle() {
    return this.title;
  }
  getType() {
    return this.type;
  }
  setTitle(title) {
    this.title = title;
    this.form.writeHeaders();
    return this;
  }
  setHelpText(text) {
    this.help = text;
    return this;
  }
  setRequired(required) {
    this.required = required;
    return this;
  }
  as(type) {
    if (this.type !== type) {
      throw new Error(`Invalid conversion for item type: ${this.type}.`);
    }
    return wrap(this.form.world, this);
  }
  asMultipleChoiceItem() {
    return this.as('MULTIPLE_CHOICE');
  }
  asTextItem() {
    return this.as('TEXT');
  }
}

class TypedItem extends Item {
  setValidation(rule) {
    this.rule = rule;
    return this;
  }
  createResponse(text) {
    return { item: this, text };
  }
}

class ChoiceItem extends Item {
  setChoiceValues(values) {
    if (values.length === 0 || new Set(values).size !== values.length || values.some((value) => value === '')) {
      throw new Error('Questions cannot have duplicate, empty or no choice values.');
    }
    this.choices = values;
    return this;
  }
  showOtherOption(enabled) {
    this.other = enabled;
    return this;
  }
  createResponse(text) {
    if (!this.choices.includes(text) && !this.other) {
      throw new Error(`Invalid response submitted to multiple choice question. Response: "${text}".`);
    }
    return { item: this, text };
  }
}

class ScaleItem extends Item {
  setBounds(low, high) {
    if (![0, 1].includes(low) || high < 3 || high > 10) {
      throw new Error('Scale bounds are out of range.');
    }
    this.bounds = [low, high];
    return this;
  }
  setLabels(low, high) {
    this.labels = [low, high];
    return this;
  }
}

class FormResponse {
  constructor(form) {
    Object.assign(this, { form, given: [] });
  }
  withItemResponse(response) {
    this.given.push(response);
    return this;
  }
  toPrefilledUrl() {
    const entries = this.given.map(({ item, text }) => `&entry.${item.id}=${encodeURIComponent(text)}`);
    return `${this.form.getPublishedUrl()}?usp=pp_url${entries.join('')}`;
  }
}

class Form {
  constructor(world, title) {
    Object.assign(this, { world, title, id: world.id('form'), items: [], book: null, published: false });
    Object.assign(this, { description: '', thanks: '', settings: {} });
    world.forms.set(this.id, this);
  }
  getId() {
    return this.id;
  }
  getEditUrl() {
    return `https://docs.google.com/forms/d/${this.id}/edit`;
  }
  getPublishedUrl() {
    return `https://docs.google.com/forms/d/e/${this.id}/viewform`;
  }
  setDescription(text) {
    this.description = text;
    return this;
  }
  setConfirmationMessage(text) {
    this.thanks = text;
    return this;
  }
  setShowLinkToRespondAgain(on) {
    this.settings.again = on;
    return this;
  }
  setCollectEmail(on) {
    this.settings.email = on;
    return this;
  }
  setLimitOneResponsePerUser(on) {
    this.settings.once = on;
    return this;
  }
  setProgressBar(on) {
    this.settings.progress = on;
    return this;
  }
  setRequireLogin(on) {
    if (!this.world.organisation) {
      throw new Error('Action not allowed: only in an organisation.');
    }
    this.settings.login = on;
    return this;
  }
  setPublished(on) {
    this.published = on;
    return this;
  }
  getItems() {
    return this.items.map((item) => wrap(this.world, item));
  }
  deleteItem(proxy) {
    this.items = this.items.filter((item) => item !== unwrapped.get(proxy));
  }
  add(kind, type) {
    return wrap(this.world, new kind(this, type));
  }
  addPageBreakItem() {
    return this.add(Item, 'PAGE_BREAK');
  }
  addTextItem() {
    return this.add(TypedItem, 'TEXT');
  }
  addParagraphTextItem() {
    return this.add(TypedItem, 'PARAGRAPH_TEXT');
  }
  addMultipleChoiceItem() {
    return this.add(ChoiceItem, 'MULTIPLE_CHOICE');
  }
  addCheckboxItem() {
    return this.add(ChoiceItem, 'CHECKBOX');
  }
  addScaleItem() {
    return this.add(ScaleItem, 'SCALE');
  }
  addDateItem() {
    return this.add(Item, 'DATE');
  }
  getDestinationId() {
    if (this.book === null) {
      throw new Error('The form currently has no response destination.');
    }
    return this.book.id;
  }
  setDestination(type, id) {
    if (type !== 'SPREADSHEET' || !this.world.books.has(id)) {
      throw new Error('Invalid argument: id');
    }
    this.book = this.world.books.get(id);
    this.book.expect(this);
    return this;
  }
  createResponse() {
    return wrap(this.world, new FormResponse(this));
  }
  /** The columns of the tab with responses, as Google heads them in a Dutch spreadsheet. */
  writeHeaders() {
    const sheet = this.book && this.book.sheets.find((one) => one.form === this);
    if (sheet) {
      const asked = this.items.filter((item) => item.type !== 'PAGE_BREAK').map((item) => item.title);
      ['Tijdstempel', ...asked].forEach((header, index) => sheet.put(1, index + 1, header));
    }
  }
}

class TextValidationBuilder {
  constructor() {
    this.rule = {};
  }
  setHelpText(text) {
    this.rule.help = text;
    return this;
  }
  requireTextIsEmail() {
    this.rule.kind = 'email';
    return this;
  }
  requireWholeNumber() {
    this.rule.kind = 'number';
    return this;
  }
  requireTextMatchesPattern(pattern) {
    this.rule.kind = 'pattern';
    this.rule.pattern = pattern;
    return this;
  }
  build() {
    return this.rule;
  }
}

class DataValidationBuilder {
  constructor() {
    this.rule = { refuses: true };
  }
  requireCheckbox() {
    this.rule.kind = 'checkbox';
    return this;
  }
  requireValueInList(options, dropDown) {
    this.rule.kind = 'list';
    this.rule.options = options;
    this.rule.dropDown = dropDown;
    return this;
  }
  setAllowInvalid(allowed) {
    this.rule.refuses = !allowed;
    return this;
  }
  build() {
    return this.rule;
  }
}

/** All that a script finds under the names Google gives it. */
function services(world) {
  const needed = (map, id) => {
    if (!map.has(id)) {
      throw new Error('Document is missing (perhaps it was deleted, or you don\'t have read access?)');
    }
    return wrap(world, map.get(id));
  };
  const lock = {
    tryLock: () => !world.locked,
    releaseLock() {},
  };
  const properties = {
    getProperty: (name) => (world.properties.has(name) ? world.properties.get(name) : null),
    setProperty(name, value) {
      world.properties.set(name, value);
      return this;
    },
    deleteAllProperties() {
      world.properties.clear();
      return this;
    },
  };
  const trigger = (name) => {
    const made = { name, after: 0, getHandlerFunction: () => name };
    return {
      timeBased: () => ({
        after(ms) {
          made.after = ms;
          return this;
        },
        create() {
          world.triggers.push(made);
          return made;
        },
      }),
    };
  };
  const clock = class extends Date {
    static now() {
      return world.now;
    }
  };
  return {
    Date: clock,
    console: { log: (line) => world.log.push(String(line)) },
    Utilities: wrap(world, {
      sleep(ms) {
        world.now += ms;
      },
    }),
    LockService: wrap(world, { getScriptLock: () => lock }),
    PropertiesService: wrap(world, { getScriptProperties: () => properties }),
    ScriptApp: wrap(world, {
      newTrigger: trigger,
      getProjectTriggers: () => [...world.triggers],
      deleteTrigger(gone) {
        world.triggers = world.triggers.filter((one) => one !== gone);
      },
    }),
    FormApp: Object.assign(
      wrap(world, {
        DestinationType: { SPREADSHEET: 'SPREADSHEET' },
        ItemType: { MULTIPLE_CHOICE: 'MULTIPLE_CHOICE' },
        create: (title) => wrap(world, new Form(world, title)),
        openById: (id) => needed(world.forms, id),
        openByUrl: (url) => needed(world.forms, (/\/d\/(?:e\/)?([^/]+)/.exec(url) || [])[1]),
        createTextValidation: () => new TextValidationBuilder(),
      })
    ),
    SpreadsheetApp: wrap(world, {
      create: (title) => wrap(world, new Spreadsheet(world, title)),
      openById: (id) => needed(world.books, id),
      getActiveSpreadsheet: () => (world.bound === null ? null : wrap(world, world.bound)),
      flush() {
        world.books.forEach((book) => book.flush());
      },
      newDataValidation: () => new DataValidationBuilder(),
    }),
  };
}

module.exports = { World, Spreadsheet, Form, Sheet, Range, Item, services };
