/* The forecast beside a plan, and the sentences that say what each band means. */
DrumbeatPlan.forecastOf = function (root, form, zone) {
  'use strict';

  var time = DrumbeatPlan.time;
  var element = Drumbeat.element;
  var box = root.querySelector('[data-role="forecast"]');

  function says(band, text) {
    root.querySelector('[data-says="' + band + '"]').textContent = text;
  }

  function when(instant) {
    return time.moment(instant, zone);
  }

  function line(list, label, value) {
    list.appendChild(element('dt', '', label));
    list.appendChild(element('dd', '', value));
  }

  function peopleNumber(forecast) {
    var who = forecast.audience;
    return who.looked < who.issues ? who.expected : who.admitted;
  }

  /** A number of people, or that it is about as many when not everybody was looked at. */
  function about(forecast, number) {
    var isSample = forecast.audience.looked < forecast.audience.issues;
    return isSample ? AJS.I18n.getText('drumbeat.plan.about', number) : number;
  }

  function peopleCount(forecast) {
    return about(forecast, String(peopleNumber(forecast)));
  }

  /** As a sentence has it. */
  function people(forecast) {
    return about(forecast, AJS.I18n.getText('drumbeat.plan.people-count', String(peopleNumber(forecast))));
  }

  /** Notes lead to their field. */
  function notes(kind, list, title) {
    if (!list.length) {
      return;
    }
    var part = element('div', 'drumbeat-notes aui-message aui-message-' + kind);
    part.appendChild(element('p', 'title', title));
    var lines = element('ul');
    list.forEach(function (note) {
      var item = element('li');
      var link = Drumbeat.button(note.text, function () {
        form.focus(note.field);
      });
      link.className = 'aui-button aui-button-link';
      link.setAttribute('data-field', note.field);
      item.appendChild(link);
      lines.appendChild(item);
    });
    part.appendChild(lines);
    box.appendChild(part);
  }

  function reasonWord(reason) {
    switch (reason) {
      case 'noAddress':
        return AJS.I18n.getText('drumbeat.plan.out.no-address');
      case 'invalidAddress':
        return AJS.I18n.getText('drumbeat.plan.out.invalid-address');
      case 'duplicate':
        return AJS.I18n.getText('drumbeat.plan.out.duplicate');
      case 'suppressed':
        return AJS.I18n.getText('drumbeat.plan.out.suppressed');
      case 'alreadyEnrolled':
        return AJS.I18n.getText('drumbeat.plan.out.already-enrolled');
      case 'overLimit':
        return AJS.I18n.getText('drumbeat.plan.out.over-limit');
      default:
        return AJS.I18n.getText('drumbeat.plan.out.other');
    }
  }

  function person(line) {
    var item = element('li');
    var link = element('a', '', line.issueKey);
    link.href = AJS.contextPath() + '/browse/' + encodeURIComponent(line.issueKey);
    item.appendChild(link);
    item.appendChild(document.createTextNode(' '));
    item.appendChild(element('bdi', '', line.email || ''));
    if (!line.included) {
      item.appendChild(element('span', 'drumbeat-detail', ' ' + (line.detail || reasonWord(line.reason))));
    }
    return item;
  }

  function details(summary, content) {
    var part = element('details');
    part.appendChild(element('summary', '', summary));
    part.appendChild(content);
    box.appendChild(part);
  }

  function audience(who) {
    var reasons = Object.keys(who.byReason).map(function (reason) {
      return reasonWord(reason) + ': ' + who.byReason[reason];
    });
    var list = element('ul', 'drumbeat-people');
    who.examples.forEach(function (each) {
      list.appendChild(person(each));
    });
    if (who.leftOut) {
      box.appendChild(
        element('p', 'drumbeat-left-out', AJS.I18n.getText('drumbeat.plan.left-out', String(who.leftOut)) + ' ' + reasons.join(', '))
      );
    }
    if (who.examples.length) {
      details(AJS.I18n.getText('drumbeat.plan.examples'), list);
    }
  }

  function cell(row, tag, text) {
    var made = element(tag, '', text);
    if (tag === 'th') {
      made.scope = 'col';
    }
    row.appendChild(made);
  }

  function table(heads, rows) {
    var made = element('table', 'aui drumbeat-small-table');
    var head = element('tr');
    heads.forEach(function (text) {
      cell(head, 'th', text);
    });
    made.appendChild(element('thead')).appendChild(head);
    var body = made.appendChild(element('tbody'));
    rows.forEach(function (cells) {
      var row = body.appendChild(element('tr'));
      cells.forEach(function (text) {
        cell(row, 'td', text);
      });
    });
    return made;
  }

  function days(forecast) {
    if (!forecast.days.length) {
      return;
    }
    details(
      AJS.I18n.getText('drumbeat.plan.per-day-list', String(forecast.days.length)),
      table(
        [AJS.I18n.getText('drumbeat.plan.day'), AJS.I18n.getText('drumbeat.plan.mails'), AJS.I18n.getText('drumbeat.plan.first-mails')],
        forecast.days.slice(0, 60).map(function (each) {
          return [time.day(each.date), String(each.mails), String(each.firstMails)];
        })
      )
    );
  }

  function numbers(forecast) {
    var list = element('dl', 'drumbeat-numbers');
    var least = forecast.exact ? '' : AJS.I18n.getText('drumbeat.plan.estimated') + ' ';
    line(list, AJS.I18n.getText('drumbeat.plan.people'), peopleCount(forecast));
    line(list, AJS.I18n.getText('drumbeat.plan.mails'), least + forecast.mails);
    if (forecast.firstMailAt) {
      line(list, AJS.I18n.getText('drumbeat.plan.first-mail'), when(forecast.firstMailAt));
      line(list, AJS.I18n.getText('drumbeat.plan.last-first-mail'), least + when(forecast.lastFirstMailAt));
      line(list, AJS.I18n.getText('drumbeat.plan.last-mail'), least + when(forecast.lastMailAt));
    }
    if (forecast.mostPerDay) {
      line(list, AJS.I18n.getText('drumbeat.plan.most-per-day'), String(forecast.mostPerDay));
    }
    box.appendChild(list);
    if (forecast.audience.looked < forecast.audience.issues) {
      box.appendChild(
        element('p', 'drumbeat-detail', AJS.I18n.getText('drumbeat.plan.looked', String(forecast.audience.looked), String(forecast.audience.issues)))
      );
    }
  }

  function limits(forecast) {
    var list = element('ul');
    forecast.notConsidered.forEach(function (text) {
      list.appendChild(element('li', '', text));
    });
    details(AJS.I18n.getText('drumbeat.plan.not-considered'), list);
  }

  /** Says that a new one is being made; the old one stays until then. */
  function wait() {
    if (!box.querySelector('dl')) {
      box.replaceChildren();
    }
    if (!box.querySelector('.drumbeat-waiting')) {
      box.prepend(element('p', 'drumbeat-detail drumbeat-waiting', AJS.I18n.getText('drumbeat.plan.forecast.waiting')));
    }
  }

  function draw(forecast) {
    box.replaceChildren();
    notes('error', forecast.blockers, AJS.I18n.getText('drumbeat.plan.blockers'));
    numbers(forecast);
    audience(forecast.audience);
    notes('warning', forecast.warnings, AJS.I18n.getText('drumbeat.plan.warnings'));
    days(forecast);
    limits(forecast);
    sentences(forecast);
  }

  function labelOf(name) {
    var select = form.all(name)[0];
    return select.selectedIndex >= 0 && select.value ? select.options[select.selectedIndex].textContent : '';
  }

  /** What the people band means, in plain words. */
  function who(forecast) {
    var field = labelOf('audience.addressField');
    if (!forecast) {
      return AJS.I18n.getText('drumbeat.plan.says.nobody');
    }
    return form.chosen('source') === 'filter'
      ? AJS.I18n.getText('drumbeat.plan.says.filter', people(forecast), field, String(forecast.audience.issues), labelOf('audience.filterId'))
      : AJS.I18n.getText('drumbeat.plan.says.jql', people(forecast), field, String(forecast.audience.issues));
  }

  function what(forecast) {
    if (form.chosen('kind') === 'broadcast') {
      return AJS.I18n.getText('drumbeat.plan.says.broadcast');
    }
    if (!forecast || !forecast.steps.length) {
      return form.all('sequenceId')[0].value ? '' : AJS.I18n.getText('drumbeat.plan.says.nothing');
    }
    return form.all('stopOn.reply')[0].checked
      ? AJS.I18n.getText('drumbeat.plan.says.sequence', String(forecast.steps.length), labelOf('sequenceId'))
      : AJS.I18n.getText('drumbeat.plan.says.sequence-on', String(forecast.steps.length), labelOf('sequenceId'));
  }

  function how(plan) {
    var windows = plan.schedule.windows;
    var start = plan.scheduledAt
      ? AJS.I18n.getText('drumbeat.plan.says.at', when(plan.scheduledAt))
      : AJS.I18n.getText('drumbeat.plan.says.at-once');
    var hours = windows.length
      ? AJS.I18n.getText('drumbeat.plan.says.hours', form.windowWords(windows), plan.schedule.zone)
      : AJS.I18n.getText('drumbeat.plan.says.always');
    var most = plan.limits.perDay ? ' ' + AJS.I18n.getText('drumbeat.plan.says.most', String(plan.limits.perDay)) : '';
    return start + ' ' + hours + most;
  }

  function goal(plan, forecast) {
    if (!plan.goal) {
      return AJS.I18n.getText('drumbeat.plan.says.no-goal');
    }
    if (!plan.goal.target) {
      return AJS.I18n.getText('drumbeat.plan.says.open-goal');
    }
    return forecast
      ? AJS.I18n.getText('drumbeat.plan.says.goal-of', String(plan.goal.target), peopleCount(forecast))
      : AJS.I18n.getText('drumbeat.plan.says.goal', String(plan.goal.target));
  }

  function said(band) {
    return root.querySelector('[data-says="' + band + '"]').textContent;
  }

  /** Without a forecast the sentences say what is known of the form, and the others stay. */
  function sentences(forecast) {
    var plan = form.draft(false);
    var hasPeople = forecast && forecast.audience.issues > 0;
    if (!plan.audience || hasPeople) {
      says('who', who(hasPeople && plan.audience ? forecast : null));
    }
    says('what', what(forecast) || said('what'));
    says('how', how(plan));
    says('goal', goal(plan, hasPeople ? forecast : null));
  }

  function steps(forecast, mails) {
    var list = root.querySelector('[data-role="steps"]');
    list.replaceChildren();
    mails.forEach(function (step, i) {
      var item = element('li');
      var foretold = forecast && forecast.steps[i];
      item.appendChild(element('bdi', '', step.subject || AJS.I18n.getText('drumbeat.plan.same-thread')));
      if (foretold && foretold.firstAt) {
        item.appendChild(element('span', 'drumbeat-detail', ' ' + when(foretold.firstAt)));
      }
      list.appendChild(item);
    });
  }

  return { draw: draw, wait: wait, sentences: sentences, steps: steps, people: people, peopleNumber: peopleNumber };
};
