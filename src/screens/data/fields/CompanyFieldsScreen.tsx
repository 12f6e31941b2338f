/** The fields the company added, kind of record by kind of record: those in use in their order, and those retired. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { Link, useSearchParams } from 'wouter'
import { oneOf } from '../../../domain/closedSet'
import { TABLES_WITH_COMPANY_FIELDS, type CompanyTable } from '../../../domain/records/companyField'
import { wordsOfCompanyFields } from '../../../i18n/companyFields'
import { CommandButton } from '../../../panels/CommandButton'
import { companyFieldRecords } from '../../../store/companyFieldRecords'
import { useText } from '../../../ui/LanguageContext'
import { CompanyFieldDialog } from './CompanyFieldDialog'
import { CompanyFieldList } from './CompanyFieldList'
import './companyFields.css'

export function CompanyFieldsScreen() {
  const { t, language } = useText()
  const words = wordsOfCompanyFields(language)
  const [address, setAddress] = useSearchParams()
  const table: CompanyTable = oneOf(TABLES_WITH_COMPANY_FIELDS, address.get('table') ?? '') ?? 'failures'
  const all = useLiveQuery(() => companyFieldRecords(), [])
  const open = (form: Readonly<Record<string, string>>): void => setAddress({ table, ...form }, { replace: true })
  const definitions = all?.filter((definition) => definition.table === table)
  const edited = all?.find(({ id }) => id === address.get('edit')) ?? null
  return (
    <div className="page company-fields">
      <header className="stack">
        <div className="spread">
          <h1>{words.title}</h1>
          <div className="row">
            <Link href="/data">{t.data}</Link>
            <Link href="/settings#codes">{words.openCodes}</Link>
          </div>
        </div>
        <p className="small muted">{words.intro}</p>
      </header>
      <nav className="tabs" aria-label={words.tableOf}>
        {TABLES_WITH_COMPANY_FIELDS.map((name) => (
          <Link
            key={name}
            className="tab"
            href={`/data/fields?table=${name}`}
            aria-current={name === table ? 'page' : undefined}
          >
            {words.table(name)}
          </Link>
        ))}
      </nav>
      {definitions === undefined ? (
        <div className="skeleton" style={{ height: 160 }} />
      ) : (
        <CompanyFieldList definitions={definitions} onEdit={(id) => open({ edit: id })} />
      )}
      <div>
        <CommandButton command="save-company-field" onPress={() => open({ add: '1' })}>
          {words.add}
        </CommandButton>
      </div>
      {all !== undefined && address.get('add') === '1' ? (
        <CompanyFieldDialog key={table} table={table} definition={null} all={all} onClose={() => open({})} />
      ) : null}
      {all !== undefined && edited !== null ? (
        <CompanyFieldDialog key={edited.id} table={table} definition={edited} all={all} onClose={() => open({})} />
      ) : null}
    </div>
  )
}
