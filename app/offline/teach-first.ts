import { teachOlderBrowser } from "./older-browsers.ts";

teachOlderBrowser();
