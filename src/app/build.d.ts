/** Which build this is: version and time, set by the bundler. */
declare const __BUILD__: string
