import type { Handlers } from '../../api/contract.ts'
import type { Desktop } from '../handlers.ts'
import { recentsNow } from '../recents.ts'
import { listSamples } from '../samples.ts'
import { templates } from '../../../project/templates.ts'
import { failed, ok } from '../../../schemas/schema.ts'
import { FileError } from '../../../project/files.ts'
import { folderAtStart } from '../start-folder.ts'

type AppCalls = Pick<
  Handlers,
  | 'app.info'
  | 'app.ping'
  | 'settings.save'
  | 'recent.remove'
  | 'folder.pick'
  | 'files.pick'
  | 'window.closeNow'
>

/** The person, the machine and the window itself. */
export function appHandlers(desktop: Desktop): AppCalls {
  const { place, session, settings } = desktop
  return {
    async 'app.info'() {
      const open = await folderAtStart(desktop)
      return {
        version: place.version,
        platform: place.platform,
        home: place.home,
        settings: settings.settings,
        recents: await recentsNow(place.files, settings),
        samples: await listSamples(place.files, place.samplesFrom),
        templates: templates.map(({ id, name, about, labelers }) => ({ id, name, about, labelers })),
        problems: settings.problems,
        ...(open === undefined ? {} : { open })
      }
    },
    async 'app.ping'() {
      return null
    },
    async 'settings.save'(changed) {
      try {
        await settings.saveSettings(changed)
      } catch (error) {
        if (error instanceof FileError) return failed({ file: error.path, message: error.message })
        throw error
      }
      place.settingsChanged(changed)
      return ok(changed)
    },
    async 'recent.remove'({ folder }) {
      await settings.forget(folder)
      place.recentsChanged(settings.recents)
      return recentsNow(place.files, settings)
    },
    async 'folder.pick'({ title }) {
      const folder = await place.dialogs.pickFolder(title)
      if (folder !== null) {
        session.picked.add(folder)
        session.grants.give(folder)
      }
      return folder
    },
    async 'files.pick'({ title }) {
      const paths = await place.dialogs.pickFiles(title)
      session.grants.give(...paths)
      return paths
    },
    async 'window.closeNow'() {
      place.closeWindow()
      return null
    }
  }
}
