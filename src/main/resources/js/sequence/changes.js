/* What somebody else changed in a sequence meanwhile, beside what is written here. */
(function (Sequence) {
  'use strict';

  function labels() {
    return {
      name: AJS.I18n.getText('drumbeat.sequence.field.name'),
      description: AJS.I18n.getText('drumbeat.sequence.field.description'),
      sendingConfigId: AJS.I18n.getText('drumbeat.sequence.field.account'),
      subject: AJS.I18n.getText('drumbeat.sequence.field.subject'),
      html: AJS.I18n.getText('drumbeat.sequence.mode.html'),
      text: AJS.I18n.getText('drumbeat.sequence.field.body'),
      summary: AJS.I18n.getText('drumbeat.sequence.task.summary'),
      assignee: AJS.I18n.getText('drumbeat.sequence.task.assignee'),
      hold: AJS.I18n.getText('drumbeat.sequence.task.hold'),
      issueType: AJS.I18n.getText('drumbeat.sequence.task.type'),
      project: AJS.I18n.getText('drumbeat.sequence.task.project'),
      condition: AJS.I18n.getText('drumbeat.sequence.flow.condition'),
      otherwise: AJS.I18n.getText('drumbeat.sequence.flow.otherwise'),
      next: AJS.I18n.getText('drumbeat.sequence.flow.next'),
      branches: AJS.I18n.getText('drumbeat.sequence.flow'),
      variants: AJS.I18n.getText('drumbeat.sequence.variants'),
      when: AJS.I18n.getText('drumbeat.sequence.field.when'),
      thread: AJS.I18n.getText('drumbeat.sequence.field.thread'),
      purpose: AJS.I18n.getText('drumbeat.sequence.field.purpose')
    };
  }

  const NONE = '\u2014';

  function same(a, b) {
    return shown(a) === shown(b);
  }

  function shown(value) {
    if (value === null || value === undefined || value === '') {
      return NONE;
    }
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  function said(variant) {
    return variant.label + ' (' + variant.weight + '): ' + [variant.subject, variant.text || variant.html].filter(Boolean).join(' \u2013 ');
  }

  /** A step in the words of the page. */
  function words(step) {
    return Object.assign({}, step, {
      when: Sequence.timingWords(step),
      thread: Sequence.wordOf('thread', step.thread),
      variants: (step.variants || []).map(said).join(' \u2022 ')
    });
  }

  const TOLD = ['subject', 'text', 'html', 'variants', 'when', 'thread', 'purpose'];
  const TIMING = ['anchor', 'delayValue', 'delayUnit', 'offset', 'dateField', 'at', 'late'];
  const UNCHANGED = ['id', 'self', 'version', 'warnings', 'createdAt', 'updatedAt'];

  /** The fields of two steps: those with words of their own, then whatever else they hold. */
  function namesOf(one, other) {
    const all = Array.from(new Set(Object.keys(one).concat(Object.keys(other))));
    return TOLD.concat(
      all.filter(function (name) {
        return !TOLD.includes(name) && !TIMING.includes(name) && !UNCHANGED.includes(name);
      })
    );
  }

  function byId(steps) {
    return new Map(
      steps
        .filter(function (step) {
          return step.id;
        })
        .map(function (step) {
          return [step.id, step];
        })
    );
  }

  function order(steps) {
    return steps
      .map(function (step) {
        return shown(step.subject || step.text);
      })
      .join(' \u2192 ');
  }

  function sameOrder(one, other) {
    const both = function (steps, among) {
      return steps
        .map(function (step) {
          return step.id;
        })
        .filter(function (id) {
          return byId(among).has(id);
        })
        .join();
    };
    return both(one, other) === both(other, one);
  }

  /** Rows {what, theirs, mine} of all that differs between what was read and what is stored now. */
  function differences(read, theirs, mine) {
    const label = labels();
    const rows = [];

    function compare(names, before, now, own, of) {
      names.forEach(function (name) {
        if (!same(before[name], now[name])) {
          rows.push({ what: of + (label[name] || name), theirs: shown(now[name]), mine: own ? shown(own[name]) : NONE });
        }
      });
    }

    compare(['name', 'description'], read, theirs, mine, '');
    if (!same(read.sendingConfigId, theirs.sendingConfigId)) {
      rows.push({
        what: label.sendingConfigId,
        theirs: Sequence.wordOf('account', theirs.sendingConfigId),
        mine: Sequence.wordOf('account', mine.sendingConfigId)
      });
    }
    const before = byId(read.steps);
    const own = byId(mine.steps);
    theirs.steps.forEach(function (step, index) {
      const of = AJS.I18n.getText('drumbeat.sequence.step', index + 1) + ': ';
      if (!before.has(step.id)) {
        rows.push({
          what: of + AJS.I18n.getText('drumbeat.sequence.changes.added'),
          theirs: shown(step.subject || step.text),
          mine: NONE
        });
      } else {
        const was = words(before.get(step.id));
        const is = words(step);
        compare(namesOf(was, is), was, is, own.has(step.id) ? words(own.get(step.id)) : null, of);
      }
    });
    const now = byId(theirs.steps);
    read.steps.forEach(function (step, index) {
      if (!now.has(step.id)) {
        rows.push({
          what: AJS.I18n.getText('drumbeat.sequence.step', index + 1) + ': ' + AJS.I18n.getText('drumbeat.sequence.changes.removed'),
          theirs: NONE,
          mine: own.has(step.id) ? shown(own.get(step.id).subject || own.get(step.id).text) : NONE
        });
      }
    });
    if (!sameOrder(read.steps, theirs.steps)) {
      rows.push({ what: AJS.I18n.getText('drumbeat.sequence.changes.order'), theirs: order(theirs.steps), mine: order(mine.steps) });
    }
    return rows;
  }

  function cell(tag, text) {
    const made = Drumbeat.element(tag);
    made.appendChild(Drumbeat.element('bdi', 'drumbeat-change', text));
    if (tag === 'th') {
      made.scope = 'row';
    }
    return made;
  }

  /** Fills the dialog, and answers whether there is anything to decide. */
  function show(read, theirs, mine) {
    const rows = differences(read, theirs, mine);
    Drumbeat.byId('drumbeat-changes-rows').replaceChildren(
      ...rows.map(function (row) {
        const line = Drumbeat.element('tr');
        line.append(cell('th', row.what), cell('td', row.theirs), cell('td', row.mine));
        return line;
      })
    );
    return rows.length > 0;
  }

  /** What is written here as it can be stored now: steps that are gone meanwhile are new ones. */
  function over(theirs, mine) {
    const now = byId(theirs.steps);
    return Object.assign({}, mine, {
      version: theirs.version,
      steps: mine.steps.map(function (step) {
        if (!step.id || now.has(step.id)) {
          return step;
        }
        const fresh = Object.assign({}, step);
        delete fresh.id;
        return fresh;
      })
    });
  }

  Sequence.changes = { show: show, over: over };
})(window.DrumbeatSequence);
