/** Which version of the records and their changes this program knows: that of the database, and `v` of every change. */
export const SCHEMA_VERSION = 14
