/** The tables of alerts, as the version of the database that adds them describes them; no row of another table changes. */
export const ALERT_TABLES = {
  // Few, and read as a whole: no index beside the key.
  alertRules: 'id',
  alertEpisodes: 'id, ruleId',
} as const
