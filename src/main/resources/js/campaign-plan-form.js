/* The four bands of a plan: what REST answers goes in, what REST takes comes out. */
DrumbeatPlan.formOf = function (form, root) {
  'use strict';

  var time = DrumbeatPlan.time;
  var errors = Drumbeat.formOf(form, Drumbeat.byId('drumbeat-plan').parentNode);
  var kept = { windows: null, html: null, mode: null };

  function all(name) {
    return Array.prototype.slice.call(form.querySelectorAll('[name="' + name + '"]'));
  }

  function set(name, value) {
    all(name)[0].value = value === null || value === undefined ? '' : String(value);
  }

  function check(name, values) {
    all(name).forEach(function (input) {
      input.checked = values.indexOf(input.value) >= 0;
    });
  }

  function checked(name) {
    return all(name)
      .filter(function (input) {
        return input.checked;
      })
      .map(function (input) {
        return input.value;
      });
  }

  function chosen(name) {
    return checked(name)[0] || '';
  }

  /** Parts that only some choice needs are shown with that choice. */
  function show() {
    var now = {
      source: chosen('source'),
      kind: chosen('kind'),
      start: chosen('start'),
      zoneOf: errors.text('schedule.zoneOf'),
      mode: errors.text('audience.mode'),
      goal: all('goal')[0].checked ? 'on' : 'off'
    };
    form.querySelectorAll('[data-if]').forEach(function (part) {
      var wanted = part.getAttribute('data-if').split('=');
      part.hidden = now[wanted[0]] !== wanted[1];
    });
    root.querySelector('[data-role="windows-kept"]').hidden = kept.windows === null;
    root.querySelector('[data-role="windows"]').hidden = kept.windows !== null;
    root.querySelector('[data-role="at-zone"]').textContent = zone();
  }

  function zone() {
    return errors.text('schedule.zone') || root.getAttribute('data-zone');
  }

  function dayWord(day) {
    return form.querySelector('label[for="drumbeat-plan-' + day + '"]').textContent;
  }

  /** Three days and more in a row are written as from the first to the last. */
  function dayWords(days) {
    var week = all('schedule.windows').map(function (input) {
      return input.value;
    });
    var words = [];
    for (var i = 0; i < week.length; i++) {
      var end = i;
      while (days.indexOf(week[end]) >= 0) {
        end++;
      }
      if (end - i > 2) {
        words.push(dayWord(week[i]) + '\u2013' + dayWord(week[end - 1]));
        i = end - 1;
      } else if (end > i) {
        words.push(dayWord(week[i]));
      }
    }
    return words.join(', ');
  }

  function windowWords(windows) {
    return windows
      .map(function (window) {
        return dayWords(window.days) + ' ' + window.from + '\u2013' + window.to;
      })
      .join('; ');
  }

  function fillSchedule(schedule) {
    var windows = schedule.windows || [];
    kept.windows = windows.length > 1 || (windows[0] && windows[0].to === '24:00') ? windows : null;
    root.querySelector('[data-role="windows-text"]').textContent = kept.windows ? windowWords(windows) : '';
    check('schedule.windows', windows.length ? windows[0].days : []);
    set('schedule.windows.from', windows.length ? windows[0].from : '');
    set('schedule.windows.to', windows.length && !kept.windows ? windows[0].to : '');
    set('schedule.zone', schedule.zone);
    set('schedule.zoneOf', schedule.zoneOf || 'campaign');
    set('schedule.zoneField', schedule.zoneField);
    set('schedule.holidays', (schedule.holidays || []).join(', '));
  }

  function fillMail(plan) {
    kept.html = plan.html === undefined ? null : plan.html;
    set('subject', plan.subject);
    set('text', kept.html === null ? plan.text : kept.html);
    root.querySelector('[data-role="text-description"]').textContent =
      kept.html === null
        ? AJS.I18n.getText('drumbeat.plan.text.description')
        : AJS.I18n.getText('drumbeat.plan.html.description');
    kept.text = kept.html === null ? null : plan.text;
  }

  /** Shows a plan; nothing of what was typed stays. */
  function fill(plan) {
    var who = plan.audience || {};
    set('name', plan.name);
    check('source', [who.jql === undefined || who.jql === null ? 'filter' : 'jql']);
    set('audience.filterId', who.filterId);
    set('audience.jql', who.jql);
    set('audience.addressField', who.addressField || root.getAttribute('data-address-field'));
    set('audience.limit', who.limit);
    set('audience.mode', who.mode || 'snapshot');
    check('kind', [plan.kind || 'sequence']);
    set('sequenceId', plan.kind === 'broadcast' ? '' : plan.sequenceId);
    fillMail(plan);
    check('mailAccountIds', (plan.mailAccountIds || []).map(String));
    fillSchedule(plan.schedule || {});
    check('start', [plan.scheduledAt ? 'later' : 'now']);
    set('audience.until', who.until ? time.toLocal(who.until, zone()) : '');
    set('scheduledAt', plan.scheduledAt ? time.toLocal(plan.scheduledAt, zone()) : '');
    set('limits.perDay', (plan.limits || {}).perDay);
    set('limits.newPerDay', (plan.limits || {}).newPerDay);
    all('stopOn.reply')[0].checked = !plan.stopOn || plan.stopOn.reply !== false;
    all('goal')[0].checked = Boolean(plan.goal);
    set('goal.target', (plan.goal || {}).target);
    show();
  }

  function windows() {
    if (kept.windows) {
      return kept.windows;
    }
    var days = checked('schedule.windows');
    return days.length
      ? [{ days: days, from: errors.text('schedule.windows.from'), to: errors.text('schedule.windows.to') }]
      : [];
  }

  function audience() {
    var byFilter = chosen('source') === 'filter';
    var who = {
      filterId: byFilter ? errors.number('audience.filterId') : null,
      jql: byFilter ? null : errors.text('audience.jql'),
      addressField: errors.text('audience.addressField'),
      limit: errors.number('audience.limit'),
      mode: errors.text('audience.mode'),
      until:
        errors.text('audience.mode') === 'live' && errors.text('audience.until')
          ? time.toInstant(errors.text('audience.until'), zone())
          : null
    };
    return who.filterId === null && who.jql === null ? null : who;
  }

  function mail(body) {
    var written = errors.field('text').value;
    body.subject = errors.text('subject');
    body.html = kept.html === null ? null : written;
    body.text = kept.html === null ? written : kept.text || null;
  }

  function fixed(body) {
    body.kind = chosen('kind');
    body.audience = audience();
    if (body.kind === 'sequence') {
      body.sequenceId = errors.number('sequenceId');
    } else {
      mail(body);
    }
    body.scheduledAt =
      chosen('start') === 'later' && errors.text('scheduledAt')
        ? time.toInstant(errors.text('scheduledAt'), zone())
        : null;
  }

  /** The plan as REST takes it; what a launched campaign keeps is left out. */
  function draft(isLaunched) {
    var body = {
      name: errors.text('name'),
      mailAccountIds: checked('mailAccountIds').map(Number),
      schedule: {
        zone: zone(),
        zoneOf: errors.text('schedule.zoneOf'),
        zoneField: errors.text('schedule.zoneOf') === 'lead' ? errors.text('schedule.zoneField') : null,
        windows: windows(),
        holidays: (errors.text('schedule.holidays') || '').split(/[\s,;]+/).filter(Boolean)
      },
      limits: { perDay: errors.number('limits.perDay'), newPerDay: errors.number('limits.newPerDay') },
      stopOn: { reply: all('stopOn.reply')[0].checked },
      goal: all('goal')[0].checked ? { metric: 'reply', target: errors.number('goal.target') } : null
    };
    if (!isLaunched) {
      fixed(body);
    }
    return body;
  }

  /** Whether there is enough of it for REST to keep a draft. */
  function isEnough() {
    return chosen('kind') === 'sequence'
      ? errors.number('sequenceId') !== null
      : errors.text('subject') !== null && errors.text('text') !== null;
  }

  /** The input that an error of REST belongs to. */
  function inputOf(name) {
    var bare = name.replace(/\[\d+\]/g, '').replace(/\.days$/, '');
    if (bare === 'audience') {
      bare = chosen('source') === 'filter' ? 'audience.filterId' : 'audience.jql';
    } else if (bare === 'html') {
      bare = 'text';
    } else if (bare === 'sending') {
      bare = 'mailAccountIds';
    }
    return all(bare).length ? bare : name;
  }

  /** Puts errors beside their inputs and leaves the focus where it is. */
  function showErrors(answer) {
    var found = (answer.body || {}).errors || {};
    var placed = {};
    Object.keys(found).forEach(function (name) {
      placed[inputOf(name)] = found[name];
    });
    var elsewhere = errors.fieldErrors({
      status: answer.status,
      body: { errorMessages: (answer.body || {}).errorMessages, errors: placed }
    });
    return elsewhere;
  }

  function replaceWindows() {
    kept.windows = null;
    show();
    all('schedule.windows')[0].focus();
  }

  function focus(name) {
    var input = all(inputOf(name))[0] || all('name')[0];
    input.scrollIntoView({ block: 'center' });
    input.focus();
  }

  return {
    fill: fill,
    draft: draft,
    show: show,
    isEnough: isEnough,
    showErrors: showErrors,
    clear: errors.clear,
    zone: zone,
    set: set,
    chosen: chosen,
    all: all,
    focus: focus,
    windowWords: windowWords,
    replaceWindows: replaceWindows
  };
};
