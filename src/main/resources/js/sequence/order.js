/* Puts a step elsewhere: with the mouse by its handle, with Alt and an arrow by keyboard. */
(function (Sequence) {
  'use strict';

  const MARKS = ['drumbeat-drop-before', 'drumbeat-drop-after'];

  function isTyping(element) {
    return element.closest('input, select, textarea') !== null;
  }

  /** Whether the pointer is over the lower half of a card. */
  function isBelow(event, item) {
    const box = item.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  }

  /** cards() are the cards in their order; move(card, place, focused) puts one there. */
  function order(list, cards, move) {
    let dragged = null;

    function placeOf(item) {
      return cards().findIndex(function (card) {
        return card.element === item;
      });
    }

    function unmark() {
      list.querySelectorAll('.' + MARKS.join(', .')).forEach(function (item) {
        item.classList.remove(...MARKS);
      });
    }

    function ended() {
      unmark();
      if (dragged) {
        dragged.element.classList.remove('drumbeat-dragged');
      }
      dragged = null;
    }

    list.addEventListener('dragstart', function (event) {
      dragged = cards()[placeOf(event.target.closest('.drumbeat-step'))];
      dragged.element.classList.add('drumbeat-dragged');
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      event.dataTransfer.setDragImage(dragged.element, 0, 0);
    });
    list.addEventListener('dragover', function (event) {
      const item = dragged && event.target.closest('.drumbeat-step');
      if (dragged) {
        event.preventDefault();
      }
      unmark();
      if (item && item !== dragged.element) {
        item.classList.add(MARKS[isBelow(event, item) ? 1 : 0]);
      }
    });
    list.addEventListener('drop', function (event) {
      const item = dragged && event.target.closest('.drumbeat-step');
      if (item) {
        event.preventDefault();
        const from = placeOf(dragged.element);
        const before = placeOf(item) + (isBelow(event, item) ? 1 : 0);
        move(dragged, before > from ? before - 1 : before, null);
      }
      ended();
    });
    list.addEventListener('dragend', ended);
    list.addEventListener('keydown', function (event) {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      const item = event.target.closest('.drumbeat-step');
      if (by && item && event.altKey && !event.ctrlKey && !event.metaKey && !isTyping(event.target)) {
        event.preventDefault();
        move(cards()[placeOf(item)], placeOf(item) + by, event.target);
      }
    });
  }

  Sequence.order = order;
})(window.DrumbeatSequence);
