/* Somebody else changed the plan meanwhile: what, and whose values are to stay. */
DrumbeatPlan.conflictOf = function (form, box) {
  'use strict';

  function label(field) {
    var input = form.all(field)[0] || form.all(field + '.windows')[0];
    var group = input && (input.closest('fieldset') || input.closest('.field-group'));
    var name = group && group.querySelector('legend, label');
    return name ? name.textContent.trim() : field;
  }

  function shown(field, value) {
    if (value === null || value === undefined || value === '') {
      return AJS.I18n.getText('drumbeat.plan.conflict.nothing');
    }
    if (field === 'schedule.windows') {
      return form.windowWords(value) || AJS.I18n.getText('drumbeat.plan.conflict.nothing');
    }
    var option = form.all(field)[0];
    if (option && option.tagName === 'SELECT') {
      var found = Array.prototype.filter.call(option.options, function (each) {
        return each.value === String(value);
      })[0];
      return found ? found.textContent : String(value);
    }
    if (field === 'mailAccountIds') {
      return value
        .map(function (id) {
          var account = form.all(field).filter(function (each) {
            return each.value === String(id);
          })[0];
          return account ? account.parentNode.querySelector('bdi').textContent : String(id);
        })
        .join(', ');
    }
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  /** A plan as a list of fields, so that two of them can be compared. */
  function flat(plan) {
    var all = {};
    ['audience', 'limits', 'schedule', 'stopOn', 'goal'].forEach(function (group) {
      Object.keys(plan[group] || {}).forEach(function (name) {
        all[group + '.' + name] = plan[group][name];
      });
    });
    ['name', 'kind', 'sequenceId', 'subject', 'html', 'text', 'mailAccountIds', 'scheduledAt'].forEach(function (name) {
      all[name] = plan[name];
    });
    delete all['audience.mode'];
    return all;
  }

  function isSame(one, other) {
    return JSON.stringify(one === undefined ? null : one) === JSON.stringify(other === undefined ? null : other);
  }

  /** The fields that differ between what was read first and what is there now. */
  function changes(before, now) {
    var old = flat(before);
    var fresh = flat(now);
    return Object.keys(Object.assign({}, old, fresh))
      .filter(function (field) {
        return !isSame(old[field], fresh[field]);
      })
      .map(function (field) {
        return { field: field, label: label(field), before: shown(field, old[field]), now: shown(field, fresh[field]) };
      });
  }

  function show(before, now, takeTheirs, keepMine) {
    var part = Drumbeat.element('div', 'aui-message aui-message-warning drumbeat-conflict');
    var list = Drumbeat.element('ul');
    part.appendChild(Drumbeat.element('p', 'title', AJS.I18n.getText('drumbeat.plan.conflict')));
    changes(before, now).forEach(function (change) {
      list.appendChild(
        Drumbeat.element('li', '', AJS.I18n.getText('drumbeat.plan.conflict.change', change.label, change.before, change.now))
      );
    });
    part.appendChild(list);
    var theirs = Drumbeat.button(AJS.I18n.getText('drumbeat.plan.conflict.theirs'), function () {
      part.remove();
      takeTheirs();
    });
    theirs.setAttribute('data-role', 'theirs');
    var mine = Drumbeat.button(AJS.I18n.getText('drumbeat.plan.conflict.mine'), function () {
      part.remove();
      keepMine();
    });
    mine.setAttribute('data-role', 'mine');
    part.appendChild(theirs);
    part.appendChild(mine);
    box.replaceChildren(part);
    box.scrollIntoView({ block: 'nearest' });
  }

  return { show: show };
};
