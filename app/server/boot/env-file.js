// Reads `.env` of the project's folder, for npm start and the commands. What the environment says already,
// an empty value too, is not overruled.
import { existsSync } from "node:fs";
import process from "node:process";

if (existsSync(".env")) process.loadEnvFile(".env");
