import { useState } from 'react'
import type { SourcePreview } from '../../../electron/api/contract.ts'
import type { Problem } from '../../../schemas/schema.ts'
import { CommandCap, useCommands } from '../../shell/commands/react.tsx'
import { useDesk, useDeskState } from '../../shell/desk-context.tsx'
import { inThousands } from '../../shell/place-names.ts'
import { ProblemList } from '../../shell/ProblemList.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Note } from '../../ui/Note.tsx'
import { DropTarget } from '../home/DropTarget.tsx'
import page from '../page.module.css'
import { ColumnMapper } from './ColumnMapper.tsx'
import { MakingProgress } from './MakingProgress.tsx'
import {
  fieldOfFiles,
  fieldsAndColumns,
  firstMapping,
  firstTemplate,
  type Mapping,
  mappingProblem,
  templateFit
} from './mapping.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { TemplateChoice } from './TemplateChoice.tsx'

/** Data, then what it becomes, then one button. */
export function NewProjectScreen() {
  const desk = useDesk()
  const preview = useDeskState(state => state.preview)
  const problems = useDeskState(state => state.problems)
  useCommands([
    {
      id: 'new.leave',
      title: 'Back',
      group: 'New project',
      scope: 'new',
      keys: ['Escape'],
      run: () => desk.back()
    },
    {
      id: 'new.files',
      title: 'Choose files',
      group: 'New project',
      scope: 'new',
      keys: ['Ctrl+Shift+o'],
      run: () => void desk.pickFiles()
    }
  ])
  return (
    <main className={page.page}>
      <div className={page.column}>
        <h1>New project</h1>
        <section className={page.section}>
          <h2>
            Data{' '}
            <span>
              a folder of texts, pictures or recordings, or CSV, TSV, JSON, JSONL or parquet: every file or
              row becomes one item
            </span>
          </h2>
          {preview === null ? (
            <>
              <DropTarget />
              <div className={page.acts}>
                <Button onClick={() => void desk.pickFiles()}>
                  Choose files <CommandCap id="new.files" />
                </Button>
                <Button onClick={() => void desk.pickFolder()}>
                  Choose a folder <CommandCap id="app.openFolder" />
                </Button>
              </div>
            </>
          ) : (
            <div className={page.acts}>
              <span className="cut mono" title={preview.paths.join('\n')}>
                {preview.paths.length === 1 ? preview.paths[0] : `${preview.paths.length} files`}
              </span>
              <Button small look="quiet" onClick={() => void desk.pickFiles()}>
                Choose others
              </Button>
            </div>
          )}
          <ProblemList title="This cannot be used." problems={problems} />
        </section>
        {preview !== null && <FromPreview key={preview.paths.join('\n')} preview={preview} />}
      </div>
    </main>
  )
}

function FromPreview({ preview }: { preview: SourcePreview }) {
  const desk = useDesk()
  const templates = useDeskState(state => state.info?.templates ?? [])
  const asked = useDeskState(state => state.template)
  const rows = preview.columns.length > 0
  const [mapping, setMapping] = useState<Mapping>(() => firstMapping(preview))
  const fields = rows ? mapping.fields : [fieldOfFiles(preview.format)]
  const [template, setTemplate] = useState(asked ?? firstTemplate(templates, fields))
  const [name, setName] = useState(preview.name)
  const [folder, setFolder] = useState(preview.folder)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [making, setMaking] = useState(false)
  const chosen = templates.find(each => each.id === template)
  const fit = chosen === undefined ? undefined : templateFit(chosen, fields)
  const missing = (rows ? mappingProblem(mapping) : undefined) ?? fit?.problem
  const ready = missing === undefined && name.trim() !== '' && folder.trim() !== '' && !making

  const choose = async () => {
    const inside = await desk.client.call('folder.pick', {
      title: 'Where should the project folder be made?'
    })
    if (inside !== null) setFolder(folderIn(inside, folder))
  }
  const create = async () => {
    if (!ready) return
    setMaking(true)
    const result = await desk.client.call('project.create', {
      folder: folder.trim(),
      name: name.trim(),
      template,
      paths: [...preview.paths],
      ...(rows ? fieldsAndColumns(mapping) : {}),
      ...(mapping.id === undefined ? {} : { idColumn: mapping.id }),
      ...(mapping.tokens === undefined ? {} : { tokensColumn: mapping.tokens })
    })
    setMaking(false)
    if (result.ok) await desk.openProject(result.value.folder)
    else setProblems(result.problems)
  }
  useCommands([
    {
      id: 'new.create',
      title: 'Make the project',
      group: 'New project',
      scope: 'new',
      keys: ['Ctrl+Enter'],
      run: () => void create()
    }
  ])
  const items = `${preview.counted === 'at-least' ? 'more than ' : ''}${inThousands(preview.items)}`
  return (
    <>
      <ProblemList look="warn" title="Some of it cannot become items." problems={preview.problems} />
      <section className={page.section}>
        <h2>
          What will be items <span>{items} in all; the first are shown</span>
        </h2>
        {rows && <ColumnMapper columns={preview.columns} mapping={mapping} onChange={setMapping} />}
        <PreviewTable preview={preview} mapping={mapping} />
      </section>
      <section className={page.section}>
        <h2>
          Questions <span>labels, keys and questions can be changed later in goldset.json</span>
        </h2>
        <TemplateChoice templates={templates} chosen={template} onChoose={setTemplate} />
        {fit !== undefined && fields.length > 1 && fit.problem === undefined && (
          <p className="dim">
            These ask about <bdi>{fit.looksAt}</bdi>.
          </p>
        )}
        {fit?.problem !== undefined && <Note look="warn">{fit.problem}</Note>}
      </section>
      <section className={page.section}>
        <h2>Where</h2>
        <div className={page.pair}>
          <label htmlFor="new-name">Name</label>
          <div className={page.stack}>
            <Field
              id="new-name"
              className={page.wide}
              value={name}
              maxLength={200}
              problem={name.trim() === '' ? 'A project needs a name.' : undefined}
              onChange={event => setName(event.target.value)}
            />
          </div>
          <label htmlFor="new-folder">Folder</label>
          <div className={page.stack}>
            <Field
              id="new-folder"
              className={page.wide}
              value={folder}
              problem={folder.trim() === '' ? 'Say where the project is to be.' : undefined}
              onChange={event => setFolder(event.target.value)}
            />
            <Button small onClick={() => void choose()}>
              Choose where
            </Button>
          </div>
        </div>
        <p className="dim">
          {preview.copies
            ? 'The data will be copied into the project. Your own files stay as they are.'
            : 'The project is made where the data is. Nothing is copied; your files stay as they are.'}
        </p>
      </section>
      <ProblemList title="The project was not made." problems={problems} />
      <div className={page.acts}>
        <Button look={ready ? 'primary' : 'wait'} onClick={() => void create()}>
          {making ? 'Making the project' : 'Make the project'} <CommandCap id="new.create" />
        </Button>
        <Button look="quiet" onClick={() => desk.back()}>
          Back <CommandCap id="new.leave" />
        </Button>
        {making && <MakingProgress />}
        {missing !== undefined && <span className="dim">{missing}</span>}
      </div>
    </>
  )
}

/** A folder of the same name in another place. */
function folderIn(place: string, folder: string): string {
  const separator = place.includes('\\') ? '\\' : '/'
  const name = folder.split(/[\\/]/).findLast(part => part !== '') ?? 'project'
  return place.endsWith(separator) ? place + name : place + separator + name
}
