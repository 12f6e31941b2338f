/**
 * Whether a spreadsheet would take a text for a formula when it meets it in a cell, a CSV or a pasted block: there it is
 * marked as a text (OWASP, CSV injection).
 */
const STARTS_A_FORMULA = /^[=+\-@\t\r＝＋－＠]/

export const isLikeAFormula = (text: string): boolean => STARTS_A_FORMULA.test(text)
