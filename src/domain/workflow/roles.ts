/**
 * Who may do what. On one device this guides the screens and the record of who did it; it protects nothing, because
 * whoever holds the device holds the data. A server that enforces it reads the same tables.
 */
export const ROLES = [
  'FSE',
  'SSM',
  'CS',
  'WHS',
  'REP',
  'QC',
  'REL',
  'DES',
  'QAL',
  'FRB',
  'FIN',
  'GM',
  'ADM',
  'VIEW',
] as const
export type Role = (typeof ROLES)[number]

/** C create, R read, U update, A approve or move on, X export, O override. */
export type Permission = 'C' | 'R' | 'U' | 'A' | 'X' | 'O'
export type Reach = 'self' | 'station' | 'own' | 'all'

export interface Grant {
  readonly permissions: readonly Permission[]
  readonly reach: Reach
  /** Where the plain letters say too much or too little: names a sentence. */
  readonly note?: GrantNote
}

export type GrantNote =
  | 'own-customer'
  | 'custody'
  | 'propose'
  | 'comment'
  | 'bench'
  | 'disputes'
  | 'light-propose'
  | 'light-standard'
  | 'forced-8d'
  | 'store'
  | 'acceptance'
  | 'codes'
  | 'freeze'
  | 'acknowledge'
  | 'parts'
  | 'hours'
  | 'stage'
  | 'map'
  | 'commit'
  | 'rollback'
  | 'spares'
  | 'cost'
  | 'audit'

export const CAPABILITIES = [
  'report',
  'accept',
  'handle',
  'classify',
  'analyse',
  'act',
  'verify',
  'close',
  'repair',
  'product',
  'readings',
  'complaint',
  'cost',
  'import',
  'export',
  'override',
  'administer',
] as const
export type Capability = (typeof CAPABILITIES)[number]

/**
 * One line per capability, one cell per role in the order of `ROLES`: letters, then the reach (`s` self, `t` station,
 * `o` own, `*` all), then `:note`. `-` grants nothing.
 */
const MATRIX: Readonly<Record<Capability, string>> = {
  report: 'CRUs CRUt CRt Rt R* R* R* R* R* R* R* R* R* Ro:own-customer',
  accept: '- At - - - - A* - A* - - - - -',
  handle: 'CUs CUAt - Ut:custody - - R* - R* R* R* - - -',
  classify: 'Cs:propose Ct:propose - - - - CU* R*:comment A* A*:disputes - - - R*',
  analyse: 'R* R* - - CUo:bench R* CU* CUo A* A* - R* - -',
  act: 'Uo Uo - Uo Uo - CU* CUo CUA* A* R* R* - -',
  verify: '- - - - - C* C* - CA* A* - R* - -',
  close: '- Ct:light-propose - - - - C*:propose - A*:light-standard A*:forced-8d - R* - -',
  repair: 'R* R* R* CU*:store CU* A*:acceptance R* R* R* R* R* R* R* Ro',
  product: 'R* R* R* R* R* R* CU* C*:propose A* R* R* R* U*:codes R*',
  readings: 'Cs CUt - - - - CU* R* A*:freeze R* R* R* - R*',
  complaint: 'Rt CRUt CRU* - - - R* - RA* R* R* A*:acknowledge - Ro',
  cost: '- Ct - C*:parts C*:hours - R* - R* - CRUA* R* - -',
  import: '- Ct:stage - - - - C*:map - A*:commit - - - A*:rollback -',
  export: 'Xs Xt Xs X*:spares Xo Xo X* Xo X* X* X*:cost X* X*:audit Xo',
  override: '- - - - - - C*:propose - O* O* - - - -',
  administer: '- - - - - - - - R* - - - CU* -',
}

const REACH: Readonly<Record<string, Reach>> = { s: 'self', t: 'station', o: 'own', '*': 'all' }

function grantOf(cell: string): Grant | null {
  const [letters = '-', note] = cell.split(':')
  if (letters === '-') return null
  const reach = REACH[letters.at(-1) ?? ''] ?? 'all'
  return {
    permissions: Array.from(letters.slice(0, -1)) as Permission[],
    reach,
    ...(note === undefined ? {} : { note: note as GrantNote }),
  }
}

/** What each role may do with each kind of work; a role that may do nothing has no entry. */
export const PERMISSIONS = Object.fromEntries(
  CAPABILITIES.map((capability) => {
    const cells = MATRIX[capability].split(' ')
    return [
      capability,
      Object.fromEntries(
        ROLES.flatMap((role, at) => {
          const grant = grantOf(cells[at] ?? '-')
          return grant === null ? [] : [[role, grant]]
        }),
      ),
    ]
  }),
) as Readonly<Record<Capability, Readonly<Partial<Record<Role, Grant>>>>>

export const may = (role: Role, permission: Permission, capability: Capability): boolean =>
  PERMISSIONS[capability][role]?.permissions.includes(permission) === true
