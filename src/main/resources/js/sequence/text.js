/*
 * What people write and what goes out of it: text with paragraphs and links becomes HTML, so that
 * nobody has to know HTML to write a mail.
 */
window.DrumbeatSequence = (function () {
  'use strict';

  // Values and directives stay as they are; of a link only what cannot end a sentence counts.
  const PARTS = /\$\{[^}]*\}|#(?:if|elseif|foreach|set)\s*\((?:[^()]|\([^()]*\))*\)|https?:\/\/(?:\$\{[^}]*\}|[^\s<>"'])*(?:\$\{[^}]*\}|[^\s<>"'.,;:!?)\]])/g;

  function escaped(text) {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }

  function linked(url) {
    return '<a href="' + url.replace(/&/g, '&amp;') + '">' + escaped(url) + '</a>';
  }

  function line(text) {
    let html = '';
    let from = 0;
    for (const part of text.matchAll(PARTS)) {
      html += escaped(text.slice(from, part.index));
      html += part[0].startsWith('http') ? linked(part[0]) : part[0];
      from = part.index + part[0].length;
    }
    return html + escaped(text.slice(from));
  }

  /** Paragraphs stand between empty lines; other line ends stay line ends. */
  function toHtml(text) {
    return text
      .replace(/\r\n/g, '\n')
      .split(/\n{2,}/)
      .filter(function (paragraph) {
        return paragraph.trim() !== '';
      })
      .map(function (paragraph) {
        return '<p>' + paragraph.split('\n').map(line).join('<br>\n') + '</p>';
      })
      .join('\n\n');
  }

  /** What the HTML says, for somebody who goes on without it. */
  function fromHtml(html) {
    const page = new DOMParser().parseFromString(html.replace(/<br\s*\/?>/gi, '\n'), 'text/html');
    page.querySelectorAll('script, style').forEach(function (unseen) {
      unseen.remove();
    });
    page.querySelectorAll('p, div, li, tr, h1, h2, h3, h4').forEach(function (block) {
      block.append('\n\n');
    });
    return page.body.textContent.replace(/[ \t]*\n[ \t]*/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
  }

  /** How a stored mail was written: text, html or plain. */
  function modeOf(step) {
    if (!step.html) {
      return step.text ? 'plain' : 'text';
    }
    return step.text && toHtml(step.text) === step.html ? 'text' : 'html';
  }

  /** Both bodies of a mail that is written in that way. */
  function bodies(mode, body, alternative) {
    const written = body.trim() === '' ? null : body;
    if (mode === 'html') {
      return { html: written, text: alternative.trim() === '' ? null : alternative };
    }
    return { html: mode === 'text' && written ? toHtml(written) : null, text: written };
  }

  /** A value in a mail, with what stands there when the lead has none. */
  function placeholder(name, fallback) {
    const plain = fallback.replace(/[\r\n|{}]/g, ' ').trim();
    const quote = plain.includes("'") ? '"' : "'";
    return plain === '' ? '${' + name + '}' : '${' + name + '|' + quote + plain.split(quote).join('') + quote + '}';
  }

  return { toHtml: toHtml, fromHtml: fromHtml, modeOf: modeOf, bodies: bodies, placeholder: placeholder };
})();
