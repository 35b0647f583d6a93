/*
 * The panel on an issue: enrolls, pauses, resumes and stops, and tells on demand what happened. The
 * host draws the panel anew whenever it likes, so nothing is bound to what is inside it.
 */
(function () {
  'use strict';

  const PANEL = '.drumbeat-panel';
  const element = Drumbeat.element;

  function panel() {
    return document.querySelector(PANEL);
  }

  function issueKey() {
    return panel() ? panel().getAttribute('data-issue') : document.querySelector('meta[name="ajs-issue-key"]').content;
  }

  function issuePath() {
    return 'issues/' + encodeURIComponent(issueKey());
  }

  // Drawing it anew

  /** The histories that were open stay open, the focus stays where it was. */
  function refresh() {
    const stale = panel();
    if (!stale) {
      window.location.reload();
      return Promise.resolve();
    }
    const open = Array.from(stale.querySelectorAll('[data-action="history"][aria-expanded="true"]'))
      .map(runOf);
    const focused = document.activeElement;
    const place = stale.contains(focused)
      ? { run: runOf(focused), action: focused.getAttribute('data-action') }
      : null;
    return fetch(Drumbeat.rest(issuePath() + '/panel'), { credentials: 'same-origin' })
      .then(function (response) {
        if (!response.ok) {
          throw new Error(String(response.status));
        }
        return response.text();
      })
      .then(function (html) {
        const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector(PANEL);
        const drawn = document.importNode(fresh, true);
        stale.replaceWith(drawn);
        open.forEach(function (run) {
          const again = control(run, 'history');
          if (again) {
            toggle(again);
          }
        });
        if (place) {
          focusOn(place.run, place.action);
        }
      })
      .catch(function () {
        window.location.reload();
      });
  }

  function runOf(within) {
    const row = within.closest('[data-run]');
    return row ? row.getAttribute('data-run') : null;
  }

  function control(run, action) {
    const row = run ? '[data-run="' + run + '"] ' : '';
    return document.querySelector(PANEL + ' ' + row + '[data-action="' + action + '"]');
  }

  /** A control that is gone hands the focus to what took its place. */
  function focusOn(run, action) {
    const found = [action, 'pause', 'resume', 'history']
      .map(function (name) {
        return control(run, name);
      })
      .find(Boolean);
    const wanted = found || control(null, 'enroll') || panel();
    if (wanted) {
      wanted.focus();
    }
  }

  // What is done with a run

  function change(run, what, body, done) {
    return Drumbeat.call('POST', 'enrollments/' + run + '/' + what, body).then(function (answer) {
      if (answer.ok) {
        Drumbeat.flag('success', done);
      }
      return answer;
    });
  }

  function resume(pressed) {
    pressed.disabled = true;
    const run = runOf(pressed);
    change(run, 'resume', {}, AJS.I18n.getText('drumbeat.panel.resumed')).then(function (answer) {
      pressed.disabled = false;
      if (!answer.ok) {
        Drumbeat.flag('error', Drumbeat.messages(answer).join(' '));
      }
      refresh().then(function () {
        focusOn(run, 'pause');
      });
    });
  }

  // The history of a run

  function toggle(pressed) {
    const area = document.getElementById(pressed.getAttribute('aria-controls'));
    const isOpen = pressed.getAttribute('aria-expanded') === 'true';
    pressed.setAttribute('aria-expanded', String(!isOpen));
    area.hidden = isOpen;
    if (!isOpen) {
      load(area, runOf(pressed));
    }
  }

  function load(area, run) {
    area.setAttribute('aria-busy', 'true');
    area.textContent = AJS.I18n.getText('drumbeat.panel.loading');
    Drumbeat.call('GET', issuePath() + '/enrollments/' + run + '/history').then(function (answer) {
      area.removeAttribute('aria-busy');
      area.replaceChildren();
      if (!answer.ok) {
        area.appendChild(element('p', 'drumbeat-reason', Drumbeat.messages(answer).join(' ')));
        return;
      }
      const list = element('ol', 'drumbeat-history');
      list.tabIndex = 0;
      list.setAttribute('aria-label', AJS.I18n.getText('drumbeat.panel.history'));
      answer.body.values.forEach(function (entry) {
        list.appendChild(line(entry));
      });
      area.appendChild(list);
      if (!answer.body.complete) {
        area.appendChild(element('p', 'drumbeat-detail', AJS.I18n.getText('drumbeat.panel.older')));
      }
    });
  }

  function line(entry) {
    const made = element('li', 'drumbeat-history-' + entry.kind);
    const head = element('div');
    head.append(element('strong', '', entry.title), document.createTextNode(' '));
    const time = element('time', 'drumbeat-detail', entry.when);
    time.dateTime = entry.at;
    head.appendChild(time);
    made.appendChild(head);
    if (entry.open) {
      head.append(document.createTextNode(' '), element('span', 'aui-lozenge aui-lozenge-moved', AJS.I18n.getText('drumbeat.panel.open')));
    }
    if (entry.subject) {
      said(made, 'div', 'drumbeat-history-subject', entry.subject);
    }
    if (entry.text) {
      said(made, 'div', 'drumbeat-history-text', entry.text).dir = 'auto';
    }
    if (entry.detail) {
      made.appendChild(element('div', 'drumbeat-detail', entry.detail));
    }
    if (entry.by) {
      said(made, 'div', 'drumbeat-detail', entry.by);
    }
    return made;
  }

  function said(within, tag, className, text) {
    const made = element(tag, className);
    made.appendChild(element('bdi', '', text));
    within.appendChild(made);
    return made;
  }

  // From the panel and from the menu "More"

  const ACTIONS = {
    enroll: function () {
      Drumbeat.enroll(issueKey(), refresh, focusIfLost);
    },
    pause: function (pressed) {
      Drumbeat.runDialogs.pause(aboutRun(pressed), refresh);
    },
    stop: function (pressed) {
      Drumbeat.runDialogs.stop([aboutRun(pressed)], refresh);
    },
    resume: resume,
    history: toggle
  };

  function aboutRun(pressed) {
    const row = pressed.closest('[data-run]');
    return {
      id: row.getAttribute('data-run'),
      lead: row.getAttribute('data-lead'),
      campaign: row.getAttribute('data-campaign')
    };
  }

  /** Every run that goes on and that the user may stop. */
  function stoppable() {
    return Array.from(document.querySelectorAll(PANEL + ' [data-action="stop"]')).map(aboutRun);
  }

  /** An item of a menu is gone when the dialog closes. */
  function focusIfLost() {
    window.setTimeout(function () {
      const more = Drumbeat.byId('opsbar-operations_more');
      const lost = Drumbeat.isFocusLost() || !document.activeElement.getClientRects().length;
      const home = control(null, 'enroll') || more;
      if (lost && home) {
        home.focus();
      }
    }, 0);
  }

  document.addEventListener('click', function (event) {
    const pressed = event.target.closest(PANEL + ' [data-action]');
    const off = pressed && (pressed.disabled || pressed.getAttribute('aria-disabled') === 'true');
    if (pressed && !off) {
      event.preventDefault();
      ACTIONS[pressed.getAttribute('data-action')](pressed);
    }
  });

  document.addEventListener('click', function (event) {
    const item = event.target.closest('#drumbeat-enroll-issue, #drumbeat-stop-issue');
    if (!item || !panel()) {
      return;
    }
    event.preventDefault();
    if (item.id === 'drumbeat-enroll-issue') {
      ACTIONS.enroll();
    } else if (stoppable().length) {
      Drumbeat.runDialogs.stop(stoppable(), refresh, focusIfLost);
    } else {
      Drumbeat.flag('info', AJS.I18n.getText('drumbeat.panel.nothing-to-stop'));
    }
  });
})();
