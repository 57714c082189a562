// Nothing needs this script; with it, a phone without signal shows a page of our own.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/service-worker.js");
