/* How two texts differ, word by word. */
(function (Sequence) {
  'use strict';

  /** Longer texts are shown whole, since comparing them would hold the page up. */
  var MOST = 2000;

  function split(text) {
    return text.match(/\s+|[^\s]+/g) || [];
  }

  /** The length of the longest common part from each pair of places on. */
  function lengths(before, after) {
    var table = [];
    for (var i = before.length; i >= 0; i--) {
      table[i] = new Uint16Array(after.length + 1);
      for (var j = after.length - 1; j >= 0 && i < before.length; j--) {
        table[i][j] =
          before[i] === after[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
      }
    }
    return table;
  }

  function add(parts, kind, text) {
    var last = parts[parts.length - 1];
    if (last && last.kind === kind) {
      last.text += text;
    } else {
      parts.push({ kind: kind, text: text });
    }
  }

  /** Parts in their order: {kind: 'same', 'gone' or 'new', text}. */
  Sequence.words = function (textBefore, textAfter) {
    var before = split(textBefore);
    var after = split(textAfter);
    var parts = [];
    if (before.length > MOST || after.length > MOST) {
      add(parts, 'gone', textBefore);
      add(parts, 'new', textAfter);
      return parts;
    }
    var table = lengths(before, after);
    var i = 0;
    var j = 0;
    while (i < before.length || j < after.length) {
      if (i < before.length && j < after.length && before[i] === after[j]) {
        add(parts, 'same', before[i++]);
        j++;
      } else if (j >= after.length || (i < before.length && table[i + 1][j] >= table[i][j + 1])) {
        add(parts, 'gone', before[i++]);
      } else {
        add(parts, 'new', after[j++]);
      }
    }
    return parts;
  };
})(window.DrumbeatSequence);
