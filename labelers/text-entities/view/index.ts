import type { LabelerViews } from '../../kit/view.ts'
import type { Answer, Command, Config } from '../schema.ts'
import { About } from './About.tsx'
import { ItemView } from './ItemView.tsx'
import { Palette } from './Palette.tsx'
import { RegionList } from './RegionList.tsx'
import { headline, hints } from './wording.ts'

/** The text with its spans in the centre, the list of spans on the right. */
export const textEntitiesViews: LabelerViews<Config, Answer, Command> = {
  Palette,
  Item: ItemView,
  readsAlong: true,
  About,
  Answer: RegionList,
  headline,
  hints
}
