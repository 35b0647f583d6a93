/* Moments of a plan: in inputs they are local times of the campaign's zone, in REST instants. */
window.DrumbeatPlan = { time: (function () {
  'use strict';

  /** How far the zone's clocks are ahead of UTC at that moment, in milliseconds. */
  function ahead(millis, zone) {
    var parts = {};
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    })
      .formatToParts(new Date(millis))
      .forEach(function (part) {
        parts[part.type] = Number(part.value);
      });
    var local = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
    return local - Math.floor(millis / 1000) * 1000;
  }

  function isZone(zone) {
    try {
      return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: zone }));
    } catch (e) {
      return false;
    }
  }

  /** '2026-12-01T09:00' in a zone as an instant; what is no local time stays as it is. */
  function toInstant(local, zone) {
    var guess = Date.parse(local + 'Z');
    if (isNaN(guess) || !isZone(zone)) {
      return local;
    }
    var first = guess - ahead(guess, zone);
    return new Date(guess - ahead(first, zone)).toISOString();
  }

  function toLocal(instant, zone) {
    var millis = Date.parse(instant);
    return isNaN(millis) || !isZone(zone)
      ? ''
      : new Date(millis + ahead(millis, zone)).toISOString().slice(0, 16);
  }

  function words(instant, zone, options) {
    var all = Object.assign({ timeZone: isZone(zone) ? zone : undefined }, options);
    return new Intl.DateTimeFormat(document.documentElement.lang || undefined, all).format(new Date(instant));
  }

  /** A moment in the words of the reader's zone; the year is left out when it is this one. */
  function moment(instant, zone) {
    var options = { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' };
    if (String(instant).slice(0, 4) !== String(new Date().getFullYear())) {
      options.year = 'numeric';
    }
    return words(instant, zone, options);
  }

  function day(isoDay) {
    return words(isoDay + 'T12:00:00Z', 'UTC', { weekday: 'short', day: 'numeric', month: 'short' });
  }

  return { toInstant: toInstant, toLocal: toLocal, moment: moment, day: day };
})() };
