import page from '../page.module.css'

/** Which column is what. Absent: none. */
export interface Mapping {
  readonly text?: string
  readonly id?: string
  readonly tokens?: string
}

const roles = [
  { role: 'text', title: 'Text', none: 'Choose a column' },
  { role: 'id', title: 'Id', none: 'None: made from the content' },
  { role: 'tokens', title: 'Token offsets', none: 'None' }
] as const

interface ColumnMapperProps {
  readonly columns: readonly string[]
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

export function ColumnMapper({ columns, mapping, onChange }: ColumnMapperProps) {
  const change = (role: keyof Mapping, column: string) => {
    const { [role]: _before, ...rest } = mapping
    onChange(column === '' ? rest : { ...rest, [role]: column })
  }
  return (
    <div className={page.pair}>
      {roles.map(({ role, title, none }) => (
        <MapperRow key={role} label={title}>
          <select
            id={`map-${title}`}
            className={page.select}
            value={mapping[role] ?? ''}
            onChange={event => change(role, event.target.value)}
          >
            <option value="">{none}</option>
            {columns.map(column => (
              <option key={column} value={column}>
                {column}
              </option>
            ))}
          </select>
        </MapperRow>
      ))}
    </div>
  )
}

function MapperRow({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <label htmlFor={`map-${label}`}>{label}</label>
      <div className={page.stack}>{children}</div>
    </>
  )
}
