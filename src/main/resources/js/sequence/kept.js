/* Keeps what is typed in the tab until it is stored, so that a log-in or a reload loses nothing. */
(function (Sequence) {
  'use strict';

  const WAIT = 500;

  /** Of the sequence with that id, or of a new one; written() is called some time after a change. */
  function kept(name, written) {
    const place = 'drumbeat-sequence-kept-' + name;
    let timer = null;

    function keep() {
      try {
        window.sessionStorage.setItem(place, JSON.stringify({ at: Date.now(), sequence: written() }));
      } catch (e) {
        // Full or forbidden: then the page itself is the only place.
      }
    }

    function forget() {
      window.clearTimeout(timer);
      window.sessionStorage.removeItem(place);
    }

    /** One sentence above the form with what can be done about it. */
    function offer(text, label, action) {
      const box = Drumbeat.byId('drumbeat-sequence-offer');
      const message = Drumbeat.element('div', 'aui-message aui-message-info');
      const line = Drumbeat.element('p', '', text + ' ');
      function choice(name, chosen) {
        return Drumbeat.button(name, function () {
          box.replaceChildren();
          chosen();
          Drumbeat.byId('drumbeat-name').focus();
        });
      }
      line.append(choice(label, action), ' ', choice(AJS.I18n.getText('drumbeat.sequence.forget'), forget));
      message.appendChild(line);
      box.replaceChildren(message);
    }

    return {
      offer: offer,
      forget: forget,
      soon: function () {
        window.clearTimeout(timer);
        timer = window.setTimeout(keep, WAIT);
      },
      now: keep,
      /** {at, sequence}, or null. */
      find: function () {
        try {
          return JSON.parse(window.sessionStorage.getItem(place));
        } catch (e) {
          return null;
        }
      }
    };
  }

  Sequence.kept = kept;
})(window.DrumbeatSequence);
