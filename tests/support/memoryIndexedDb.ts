/** An IndexedDB that lives in memory, for quick tests; the browser tests use the real one. */
import 'fake-indexeddb/auto'
