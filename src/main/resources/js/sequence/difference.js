/* Two lists of steps beside each other: what was and what is, changed words marked. */
(function (Sequence) {
  'use strict';

  /** Fields of REST that people read, in their order, with their names. */
  function fields() {
    return [
      ['subject', AJS.I18n.getText('drumbeat.sequence.field.subject')],
      ['html', AJS.I18n.getText('drumbeat.versions.field.html')],
      ['text', AJS.I18n.getText('drumbeat.versions.field.text')],
      ['purpose', AJS.I18n.getText('drumbeat.sequence.field.purpose')]
    ];
  }

  /** What is not shown by its words: everything else that the two steps do not have in common. */
  var QUIET = ['id', 'self', 'version', 'createdAt', 'updatedAt', 'warnings', 'subject', 'html', 'text', 'purpose'];

  function others(before, after) {
    var names = Object.keys(Object.assign({}, before, after));
    return names.filter(function (name) {
      return QUIET.indexOf(name) < 0 && JSON.stringify(before[name]) !== JSON.stringify(after[name]);
    });
  }

  function marked(parts, left) {
    var cell = Drumbeat.element('td', 'drumbeat-difference-text');
    var said = Drumbeat.element('bdi');
    parts.forEach(function (part) {
      if (part.kind === 'same') {
        said.appendChild(document.createTextNode(part.text));
      } else if ((part.kind === 'gone') === left) {
        said.appendChild(Drumbeat.element(left ? 'del' : 'ins', '', part.text));
      }
    });
    cell.appendChild(said);
    return cell;
  }

  function row(name, before, after) {
    var parts = Sequence.words(before, after);
    var made = Drumbeat.element('tr');
    var head = Drumbeat.element('th', '', name);
    head.scope = 'row';
    made.append(head, marked(parts, true), marked(parts, false));
    return made;
  }

  function said(value) {
    return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  }

  function table(labels, before, after) {
    var made = Drumbeat.element('table', 'aui drumbeat-table drumbeat-difference');
    var head = Drumbeat.element('tr');
    [AJS.I18n.getText('drumbeat.sequence.changes.what'), labels[0], labels[1]].forEach(function (label) {
      var cell = Drumbeat.element('th', '', label);
      cell.scope = 'col';
      head.appendChild(cell);
    });
    made.appendChild(Drumbeat.element('thead')).appendChild(head);
    var body = made.appendChild(Drumbeat.element('tbody'));
    fields().forEach(function (field) {
      var was = said(before[field[0]]);
      var is = said(after[field[0]]);
      if (was !== is) {
        body.appendChild(row(field[1], was, is));
      }
    });
    others(before, after).forEach(function (name) {
      body.appendChild(row(name, said(before[name]), said(after[name])));
    });
    return made;
  }

  function heading(step, place, kind) {
    var text = AJS.I18n.getText('drumbeat.sequence.step', place) + ' – ' + kind;
    var made = Drumbeat.element('h3', '', text);
    if (step.subject) {
      made.append(': ', Drumbeat.element('bdi', '', step.subject));
    }
    return made;
  }

  function byId(steps) {
    var found = {};
    steps.forEach(function (step, index) {
      found[step.id] = { step: step, place: index + 1 };
    });
    return found;
  }

  /** Shows how the second list differs from the first; the labels say which is which. */
  Sequence.difference = function (box, labels, before, after) {
    var was = byId(before);
    var is = byId(after);
    box.replaceChildren();
    function show(step, place, kind, one, other) {
      box.append(heading(step, place, kind), table(labels, one, other));
    }
    after.forEach(function (step, index) {
      var old = was[step.id];
      if (!old) {
        show(step, index + 1, AJS.I18n.getText('drumbeat.versions.kind.added'), {}, step);
      } else if (others(old.step, step).length || fields().some(function (f) { return said(old.step[f[0]]) !== said(step[f[0]]); })) {
        show(step, index + 1, AJS.I18n.getText('drumbeat.versions.kind.changed'), old.step, step);
      } else if (old.place !== index + 1) {
        box.append(heading(step, index + 1, AJS.I18n.getText('drumbeat.versions.kind.moved', old.place)));
      }
    });
    before.forEach(function (step, index) {
      if (!is[step.id]) {
        show(step, index + 1, AJS.I18n.getText('drumbeat.versions.kind.removed'), step, {});
      }
    });
    if (!box.childNodes.length) {
      box.append(Drumbeat.element('p', '', AJS.I18n.getText('drumbeat.versions.same')));
    }
  };
})(window.DrumbeatSequence);
