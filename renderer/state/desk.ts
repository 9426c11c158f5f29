import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppInfo, Client, MissingSource, Settings, SourcePreview } from '../../electron/api/contract.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { LabelSession } from './label-session.ts'

export type ScreenName = 'home' | 'new' | 'label' | 'progress' | 'export' | 'import' | 'settings'
export type OverlayName = 'palette' | 'keys' | 'problems'

export interface DeskState {
  readonly info: AppInfo | null
  readonly screen: ScreenName
  readonly session: LabelSession | null
  readonly overlay: OverlayName | null
  /** What the palette starts with. */
  readonly query: string
  /** What takes a moment, in words. */
  readonly busy: string | null
  /** What went wrong with the last wish, until the next one. */
  readonly problems: readonly Problem[]
  readonly preview: SourcePreview | null
  readonly template: string | null
  /** The window wants to close and this many answers are not on the disk. */
  readonly stuck: number
}

/** The window as a whole: which screen, which project, whose settings. */
export class Desk {
  readonly store: StoreApi<DeskState> = createStore<DeskState>(() => ({
    info: null,
    screen: 'home',
    session: null,
    overlay: null,
    query: '',
    busy: null,
    problems: [],
    preview: null,
    template: null,
    stuck: 0
  }))

  constructor(readonly client: Client) {}

  get state(): DeskState {
    return this.store.getState()
  }

  #set(part: Partial<DeskState>): void {
    this.store.setState(part)
  }

  async start(): Promise<void> {
    const info = await this.client.call('app.info', {})
    this.#set({ info })
    if (info.open !== undefined) await this.openProject(info.open)
  }

  show(screen: ScreenName): void {
    this.#set({ screen, problems: [], overlay: null })
  }

  showOverlay(overlay: OverlayName | null, query = ''): void {
    this.#set({ overlay: this.state.overlay === overlay ? null : overlay, query })
  }

  /** Back to where work goes on: the open project, else home. */
  back(): void {
    this.show(this.state.session === null ? 'home' : 'label')
  }

  async home(): Promise<void> {
    if (!(await this.#leave())) return
    const info = await this.client.call('app.info', {})
    this.#set({ info, screen: 'home', problems: [], overlay: null })
  }

  async openProject(folder: string): Promise<void> {
    if (!(await this.#leave())) return
    this.#set({ busy: 'Opening the project', problems: [], overlay: null })
    const [result, { LabelSession }] = await Promise.all([
      this.client.call('project.open', { folder }),
      // Home knows nothing of labelling, so that no start waits for it.
      import('./label-session.ts')
    ])
    if (!result.ok) return this.#set({ busy: null, problems: result.problems, screen: 'home' })
    const session = new LabelSession(this.client, result.value)
    this.#set({ busy: null, session, screen: 'label', preview: null })
    await session.start()
  }

  /** Asks where missing data of the open project is now, and opens the project again if it is there. */
  async relink({ path, folder }: MissingSource): Promise<void> {
    const title = `Where is "${path}" now?`.slice(0, 200)
    const [to] = folder
      ? [await this.client.call('folder.pick', { title })]
      : await this.client.call('files.pick', { title })
    const { session } = this.state
    if (to === null || to === undefined || session === null) return
    this.#set({ busy: 'Comparing the data with what was labelled', problems: [] })
    const relinked = await this.client.call('source.relink', { source: path, to })
    if (!relinked.ok) return this.#set({ busy: null, problems: relinked.problems })
    await this.openProject(session.summary.folder)
    this.state.session?.say('check', 'The data is found again', 'All answers are where they were.')
  }

  /** Saves what is unsaved and lets the project go. False: it could not be saved, and the project stays open. */
  async #leave(): Promise<boolean> {
    const { session } = this.state
    if (session === null) return true
    if (!(await session.flush())) {
      this.#set({ stuck: session.unsaved().length, screen: 'label', overlay: null })
      return false
    }
    session.close()
    this.#set({ session: null, stuck: 0 })
    await this.client.call('project.close', {})
    return true
  }

  async pickFolder(): Promise<void> {
    const folder = await this.client.call('folder.pick', { title: 'Open a project, or a folder of data' })
    if (folder !== null) await this.inspect([folder])
  }

  async pickFiles(): Promise<void> {
    const paths = await this.client.call('files.pick', {
      title: 'Choose data: texts, pictures, recordings or tables'
    })
    if (paths.length > 0) await this.inspect(paths)
  }

  /** Opens a project, or shows what data would become. */
  async inspect(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return
    this.#set({ busy: 'Looking at what this is', problems: [] })
    const found = await this.client.call('path.inspect', { paths: [...paths] })
    this.#set({ busy: null })
    if (found.kind === 'project') return this.openProject(found.folder)
    if (found.kind === 'data') this.#set({ preview: found.preview, screen: 'new' })
    else this.#set({ problems: found.problems })
  }

  newProject(template: string | null): void {
    this.#set({ template, preview: null, screen: 'new', problems: [], overlay: null })
  }

  async openSample(id: string): Promise<void> {
    this.#set({ busy: 'Copying the sample', problems: [] })
    const result = await this.client.call('sample.open', { id })
    this.#set({ busy: null })
    if (result.ok) await this.openProject(result.value.folder)
    else this.#set({ problems: result.problems })
  }

  async removeRecent(folder: string): Promise<void> {
    const recents = await this.client.call('recent.remove', { folder })
    const { info } = this.state
    if (info !== null) this.#set({ info: { ...info, recents } })
  }

  async saveSettings(settings: Settings): Promise<readonly Problem[]> {
    const result = await this.client.call('settings.save', settings)
    const { info } = this.state
    if (!result.ok) return result.problems
    if (info !== null) this.#set({ info: { ...info, settings: result.value } })
    return []
  }

  async toggleTheme(): Promise<void> {
    const { info } = this.state
    if (info === null) return
    const dark =
      info.settings.theme === 'dark' ||
      (info.settings.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
    await this.saveSettings({ ...info.settings, theme: dark ? 'light' : 'dark' })
  }

  // ---------- closing ----------

  /** The person closes the window. */
  async closing(): Promise<void> {
    const { session } = this.state
    if (session === null || (await session.flush())) {
      await this.client.call('window.closeNow', {})
      return
    }
    this.#set({ stuck: session.unsaved().length, screen: 'label', overlay: null })
  }

  /** Writes everything unsaved to a folder the person picks. */
  async rescue(): Promise<void> {
    const { session } = this.state
    if (session === null) return
    const states = session.unsaved().map(({ id, state }) => ({ id, state }))
    const result = await this.client.call('rescue.save', { states })
    if (result.ok) session.say('check', 'A copy is at', result.value.path)
    else this.#set({ problems: result.problems })
  }

  stay(): void {
    this.#set({ stuck: 0 })
  }

  async closeAnyway(): Promise<void> {
    await this.client.call('window.closeNow', {})
  }
}
