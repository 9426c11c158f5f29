import type { ViewProps } from '../../kit/view.ts'
import type { Answer, Command, Config } from '../schema.ts'

export function Palette(_props: ViewProps<Config, Answer, Command>) {
  return null
}
