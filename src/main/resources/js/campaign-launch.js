/* How far the launch of a campaign is, wherever its page is opened; it goes on without the page. */
window.DrumbeatLaunch = (function () {
  'use strict';

  var PAUSE = 1000;

  /**
   * Shows the progress inside an element until everybody was looked at, then calls done with the
   * campaign.
   */
  function watch(box, id, done) {
    var element = Drumbeat.element;
    var title = element('h2', '', AJS.I18n.getText('drumbeat.launch.title'));
    var bar = element('progress', 'drumbeat-progress');
    var text = element('p', 'drumbeat-progress-text');
    var stop = Drumbeat.button(AJS.I18n.getText('drumbeat.launch.stop'), pause);
    var stopped = false;

    bar.setAttribute('aria-label', AJS.I18n.getText('drumbeat.launch.title'));
    text.setAttribute('role', 'status');
    stop.setAttribute('data-role', 'stop-launch');
    box.replaceChildren(title, bar, text, stop, element('p', 'drumbeat-detail', AJS.I18n.getText('drumbeat.launch.leave')));
    box.hidden = false;

    function pause() {
      stop.disabled = true;
      Drumbeat.call('POST', 'campaigns/' + id + '/pause').then(function (answer) {
        stop.disabled = false;
        if (!answer.ok) {
          Drumbeat.flag('error', Drumbeat.messages(answer).join(' '));
        }
      });
    }

    function show(campaign) {
      var admission = campaign.admission;
      var seen = admission.admitted + admission.leftOut;
      bar.max = Math.max(1, admission.total, seen);
      bar.value = seen;
      text.textContent = AJS.I18n.getText(
        'drumbeat.launch.progress',
        String(seen),
        String(Math.max(admission.total, seen)),
        String(admission.admitted),
        String(admission.leftOut)
      );
    }

    function look() {
      Drumbeat.call('GET', 'campaigns/' + id).then(function (answer) {
        if (answer.ok) {
          show(answer.body);
          stopped = answer.body.state !== 'running' || answer.body.admission.stage !== 'open';
        } else {
          text.textContent = AJS.I18n.getText('drumbeat.launch.unknown');
          stopped = answer.status === 404;
        }
        if (!stopped) {
          window.setTimeout(look, PAUSE);
        } else if (answer.ok) {
          done(answer.body);
        }
      });
    }

    look();
  }

  AJS.$(function () {
    var box = document.querySelector('[data-launching]');
    if (box) {
      watch(box, box.getAttribute('data-launching'), function () {
        window.location.reload();
      });
    }
  });

  return { watch: watch };
})();
