import type { ExportCopy, FormatName } from '../labelers/kit/format.ts'
import { failed, ok, type Problem, type Result } from '../schemas/schema.ts'
import { wholeFile } from './export/copied-bytes.ts'
import { pieceOfWav } from './export/cut-wav.ts'
import { manifestText } from './export/export-manifest-text.ts'
import { ExportOutput } from './export/export-output.ts'
import { exportTarget } from './export/export-target.ts'
import { goldsetWriting } from './export/goldset-writing.ts'
import { labelerWriting } from './export/labeler-writing.ts'
import { surveyLabels } from './export/stored-labels.ts'
import { FileError } from './files.ts'
import { MalformedMedia } from './media/file-bytes.ts'
import type { OpenProject } from './open-project.ts'
import { resolveInProject } from './paths.ts'

export interface ExportOptions {
  readonly format: FormatName
  /** Task ids. Absent: every task whose labeler has the format. */
  readonly tasks?: readonly string[] | undefined
  /** Only this annotator's label files. Absent: everybody's. */
  readonly annotator?: string | undefined
  /** `submitted` takes accepted ones too; `all` takes every label file. */
  readonly status: 'submitted' | 'all'
  /**
   * Absolute. A folder; or, with an extension, the data file itself. Null: nothing is written, and the report says
   * what would be.
   */
  readonly out: string | null
  /** By name of the format's options. */
  readonly options?: ReadonlyMap<string, string> | undefined
}

export interface ExportReport {
  /** The data file or the folder; empty for a preview. */
  readonly out: string
  /** Label files considered, records written, things left out. */
  readonly counts: { readonly in: number; readonly out: number; readonly dropped: number }
  readonly dropped: readonly Dropped[]
  /** Label files that cannot be read; each is in `dropped`. */
  readonly damaged: number
  /** Absolute paths of what was written, data first, the manifest last. For a preview: names of the data files. */
  readonly files: readonly string[]
}

export interface Dropped {
  readonly item: string
  readonly task?: string
  readonly annotator?: string
  readonly reason: string
}

/** Writes answers for training. The same project gives the same bytes; a failed export leaves what was there. */
export async function exportProject(
  open: OpenProject,
  options: ExportOptions
): Promise<Result<ExportReport>> {
  const target = options.out === null ? ok(null) : await exportTarget(open, options.out)
  if (!target.ok) return target
  const survey = await surveyLabels(open, options)
  if (options.annotator !== undefined && survey.annotators.length === 0) {
    const all = (await open.labels.annotators()).join(', ')
    return failed({
      message: `"${options.annotator}" has no label files here. Annotators: ${all === '' ? 'none' : all}.`
    })
  }
  const dropped = new Map<string, Dropped>()
  const drop = (one: Dropped) =>
    void dropped.set(JSON.stringify([one.item, one.task, one.annotator, one.reason]), one)
  survey.dropped.forEach(drop)

  const request = { open, options, survey, fileName: target.value?.fileName, drop }
  const writing = options.format === 'goldset' ? goldsetWriting(request) : labelerWriting(request)
  if (!writing.ok) return writing
  const { runs, tasks, carriedTasks, cannotCarry, offsetUnit, tokenizer } = writing.value

  const output = new ExportOutput(open.files, target.value)
  const stop = async (problem: Problem) => {
    await output.abort()
    return failed(problem)
  }
  try {
    for (const run of runs) {
      for await (const chunk of run.write()) {
        const refusal =
          'copyOf' in chunk
            ? await copyOut(open, output, chunk, run.folder, drop)
            : await output.write(chunk, run.folder)
        if (refusal !== undefined) return await stop(refusal)
      }
      for (const chunk of run.companions(output.counts(run.folder))) {
        const refusal = output.addCompanion(chunk, run.folder)
        if (refusal !== undefined) return await stop(refusal)
      }
    }
    const counts = { in: survey.considered, out: output.records, dropped: dropped.size }
    const committed = await output.commit(files =>
      manifestText(open.project, {
        format: options.format,
        tasks,
        carriedTasks,
        filters: { annotator: options.annotator ?? null, status: options.status },
        offsetUnit,
        tokenizer,
        cannotCarry,
        counts: { ...counts, items: open.items.count - open.items.holes, unanswered: survey.unanswered },
        dropped: [...dropped.values()],
        files: [...files]
      })
    )
    if (!committed.ok) {
      await output.abort()
      return committed
    }
    return ok({
      out: options.out ?? '',
      counts,
      dropped: [...dropped.values()],
      damaged: survey.damaged,
      files: target.value === null ? output.names() : committed.value
    })
  } catch (error) {
    await output.abort()
    // The data may change or go away while it is exported.
    if (error instanceof FileError) return failed({ file: error.path, message: error.message })
    throw error
  }
}

/** A picture or recording that is not there is left out and said; its labels go out all the same. */
async function copyOut(
  open: OpenProject,
  output: ExportOutput,
  { file, copyOf, cut }: ExportCopy,
  folder: string,
  drop: (one: Dropped) => void
): Promise<Problem | undefined> {
  const missing = (reason: string) => drop({ item: copyOf, reason: `The file was not copied: ${reason}` })
  const from = await resolveInProject(open.files, open.root, copyOf)
  if (!from.ok) return void missing(from.problems[0]?.message ?? '')
  try {
    const { value: path } = from
    return await output.copy(file, folder, () =>
      cut === undefined ? wholeFile(open.files, path) : pieceOfWav(open.files, path, cut)
    )
  } catch (error) {
    if (error instanceof MalformedMedia) return void missing(error.message)
    // A full disk names another path: that is the export's failure.
    if (!(error instanceof FileError) || error.path !== from.value) throw error
    return void missing(error.message)
  }
}
