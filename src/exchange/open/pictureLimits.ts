/** How much of the pictures of a workbook is taken in. */

/** Bytes of one picture; a larger one is left out. */
export const LARGEST_PICTURE = 25_000_000
/** Bytes of all pictures of a file together. */
export const MOST_PICTURE_BYTES = 200_000_000
export const MOST_PICTURES = 500
