import type { LabelerViews } from '../../kit/view.ts'
import type { Answer, Command, Config } from '../schema.ts'
import { About } from './About.tsx'
import { ItemView } from './ItemView.tsx'
import { Palette } from './Palette.tsx'
import { RegionList } from './RegionList.tsx'
import { headline, hints } from './wording.ts'

/** The text with its spans in the centre, the list of spans on the right. */
export const textEntitiesViews: LabelerViews<Config, Answer, Command> = {
  sketch: {
    alone: { grey: 'M8 12h48M8 22h20M32 22h24M8 32h30', accent: 'M8 26h20M32 16h14M20 36h18' },
    shared: { grey: 'M6 12h28M6 22h24M6 32h26', accent: 'M12 16h14M6 36h16' }
  },
  Palette,
  Item: ItemView,
  readsAlong: true,
  About,
  Answer: RegionList,
  headline,
  hints
}
