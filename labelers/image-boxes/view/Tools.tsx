import { classNames } from '../../../renderer/ui/class-names.ts'
import { Icon, type IconName } from '../../../renderer/ui/Icon.tsx'
import { capParts, keyInWords } from '../../../renderer/ui/key-words.ts'
import { type Props, type Tool, useBoxesState } from './boxes-state.ts'
import styles from './tools.module.css'

const names: Readonly<Record<Tool, readonly [title: string, icon: IconName]>> = {
  select: ['Select', 'cursor'],
  box: ['Box', 'box'],
  rotated: ['Rotated box', 'rotated'],
  polygon: ['Polygon', 'polygon'],
  point: ['Point', 'point'],
  pan: ['Move the view; hold the key and drag', 'hand']
}

/** The tools beside the image, docked: they never cover it. Only shapes that the task allows are offered. */
export function Tools(props: Props) {
  const { config, scope, shared, readOnly } = props
  const state = useBoxesState(props)
  const [adjusting, setAdjusting] = shared.use('adjusting', false)
  const tools: readonly Tool[] = ['select', ...(readOnly ? [] : config.shapes), 'pan']
  const button = (binding: string, title: string, icon: IconName, on: boolean, press: () => void) => {
    const cap = scope.capOf(binding)
    return (
      <button
        key={binding}
        type="button"
        className={styles.tool}
        aria-pressed={on}
        aria-label={title}
        title={cap === undefined ? title : `${title} (${keyInWords(cap)})`}
        onMouseDown={event => event.preventDefault()}
        onClick={() => {
          scope.take()
          press()
        }}
      >
        <Icon name={icon} />
        {cap !== undefined && (
          <kbd className={classNames(!scope.acts(binding) && styles.off)}>
            {cap === 'Space' ? '␣' : capParts(cap).join('')}
          </kbd>
        )}
      </button>
    )
  }
  return (
    <div className={styles.tools} role="toolbar" aria-label="Tools" aria-orientation="vertical">
      {tools.map(tool => {
        const [title, icon] = names[tool]
        const shown = readOnly && state.tool !== 'pan' ? 'select' : state.tool
        return button(`tool.${tool}`, title, icon, shown === tool, () => {
          state.setTool(tool)
          if (tool !== 'select' && tool !== 'pan') state.select([])
        })
      })}
      <hr />
      {button('view.adjust', 'Brightness and contrast, for viewing only', 'sun', adjusting, () =>
        setAdjusting(!adjusting)
      )}
      {button(
        'view.hide',
        state.hidden ? 'Show the shapes' : 'Hide all shapes',
        state.hidden ? 'eyeoff' : 'eye',
        state.hidden,
        () => state.setHidden(!state.hidden)
      )}
    </div>
  )
}
