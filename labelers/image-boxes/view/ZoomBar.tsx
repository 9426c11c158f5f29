import { useSyncExternalStore } from 'react'
import { Button } from '../../../renderer/ui/Button.tsx'
import { classNames } from '../../../renderer/ui/class-names.ts'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import type { Scope } from '../../kit/view.ts'
import styles from './panels.module.css'
import type { Surface } from './surface.ts'
import { actualSize, zoomBy } from './use-view-keys.ts'
import { ZOOM_STEP } from './view-transform.ts'

interface ZoomBarProps {
  readonly surface: Surface
  readonly scope: Scope
}

/** How large the image is seen, and the ways to change it. 100 % is one pixel of the image on one of the screen. */
export function ZoomBar({ surface, scope }: ZoomBarProps) {
  const percent = useSyncExternalStore(surface.subscribe, () =>
    Math.round(surface.view.scale * window.devicePixelRatio * 100)
  )
  return (
    <div className={classNames('float', styles.zoom)} onMouseDown={event => event.preventDefault()}>
      <Button
        small
        look="quiet"
        aria-label="Zoom out"
        title="Zoom out"
        onClick={() => zoomBy(surface, 1 / ZOOM_STEP)}
      >
        <Icon name="minus" small />
      </Button>
      <Button small look="quiet" title="Actual size" onClick={() => actualSize(surface)}>
        <span className={styles.percent}>{percent} %</span>
      </Button>
      <Button
        small
        look="quiet"
        aria-label="Zoom in"
        title="Zoom in"
        onClick={() => zoomBy(surface, ZOOM_STEP)}
      >
        <Icon name="plus" small />
      </Button>
      <span className={styles.bar} />
      <Button
        small
        look="quiet"
        keys={scope.capOf('view.fit')}
        keysOff={!scope.acts('view.fit')}
        onClick={() => surface.fit()}
      >
        Fit
      </Button>
    </div>
  )
}
