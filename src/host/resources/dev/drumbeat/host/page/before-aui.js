/*
 * What Jira's pages bring before AUI: the context path, a loader for AMD modules, and the events
 * for content that arrives later. `define.amd` is missing on purpose, so that libraries which look
 * for it still make their globals.
 */
(function (window) {
    'use strict';

    function contextPath() {
        return document.querySelector('meta[name="ajs-context-path"]').content;
    }

    window.WRM = window.WRM || {};
    window.WRM.contextPath = contextPath;
    window.AJS = window.AJS || {};
    window.AJS.contextPath = contextPath;

    const factories = new Map();
    const modules = new Map();

    function load(name) {
        if (modules.has(name)) {
            return modules.get(name);
        }
        if (!factories.has(name)) {
            throw new Error('There is no AMD module ' + name);
        }
        const [dependencies, factory] = factories.get(name);
        const module = { exports: {} };
        modules.set(name, module.exports);
        const special = { require: load, exports: module.exports, module: module };
        const result =
            typeof factory === 'function'
                ? factory.apply(null, dependencies.map((d) => special[d] || load(d)))
                : factory;
        modules.set(name, result === undefined ? module.exports : result);
        return modules.get(name);
    }

    window.define = function (name, dependencies, factory) {
        const given = Array.isArray(dependencies);
        factories.set(name, [
            given ? dependencies : ['require', 'exports', 'module'],
            given ? factory : dependencies,
        ]);
    };

    window.require = function (names, callback) {
        if (typeof names === 'string') {
            return load(names);
        }
        const loaded = names.map(load);
        return callback ? callback.apply(null, loaded) : undefined;
    };

    const own = (name, value) => window.define(name, [], value);
    own('jquery', () => window.jQuery);
    own('aui', () => window.AJS);
    own('aui/flag', () => window.AJS.flag);
    own('aui/dialog2', () => window.AJS.dialog2);
    own('jira/flag', () => ({
        showSuccessMsg: (title, body) => window.AJS.flag({ type: 'success', title, body, close: 'auto' }),
        showErrorMsg: (title, body) => window.AJS.flag({ type: 'error', title, body }),
    }));
    own('wrm/context-path', () => contextPath);
    own('wrm/format', () => window.AJS.format);
    own('jira/util/events', () => window.JIRA);
    own('jira/util/events/types', () => window.JIRA.Events);

    const bus = window.jQuery({});
    window.JIRA = {
        Events: { NEW_CONTENT_ADDED: 'newContentAdded', REFRESH_ISSUE_PAGE: 'refreshIssuePage' },
        bind: (event, handler) => bus.on(event, handler),
        unbind: (event, handler) => bus.off(event, handler),
        trigger: (event, args) => bus.trigger(event, args),
    };
})(window);
