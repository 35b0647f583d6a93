/* Somebody else stored the sequence meanwhile: shows what changed, and the writer decides. */
(function (Sequence) {
  'use strict';

  const DIALOG = 'drumbeat-changes-dialog';

  /** Of the page of one sequence; send(body) stores. Answers {compare, act}. */
  function conflict(page, send) {
    let theirs = null;

    function mine() {
      return Sequence.changes.over(theirs, page.written());
    }

    /** After a save was refused since the stored one is newer. */
    function compare(refused) {
      Drumbeat.call('GET', 'sequences/' + page.id()).then(function (answer) {
        if (!answer.ok) {
          page.refuse(answer.status === 404 ? answer : refused);
          return;
        }
        theirs = answer.body;
        if (Sequence.changes.show(page.stored(), theirs, page.written())) {
          page.sayState();
          Drumbeat.openDialog(DIALOG);
        } else {
          send(mine());
        }
      });
    }

    function keepMine() {
      const body = mine();
      body.steps.forEach(function (step, index) {
        if (!step.id) {
          page.list().cards()[index].isNew();
        }
      });
      page.basedOn(theirs);
      send(body);
    }

    function takeTheirs() {
      const body = mine();
      page.show(theirs);
      page.untouched(theirs);
      page.changed();
      page.offer(AJS.I18n.getText('drumbeat.sequence.theirs-loaded'), AJS.I18n.getText('drumbeat.sequence.back-to-mine'), body);
    }

    return {
      compare: compare,
      act: {
        'close-changes': function () {
          Drumbeat.closeDialog(DIALOG);
        },
        'keep-mine': function () {
          Drumbeat.closeDialog(DIALOG);
          keepMine();
        },
        'take-theirs': function () {
          Drumbeat.closeDialog(DIALOG);
          takeTheirs();
        }
      }
    };
  }

  Sequence.conflict = conflict;
})(window.DrumbeatSequence);
