// Nothing needs this script; with it, a phone without signal shows a page of our own.
if ("serviceWorker" in navigator) void navigator.serviceWorker.register("/service-worker.js");
