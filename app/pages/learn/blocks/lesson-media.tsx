import type { Picture, Sound } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { fileSize, playingTime } from "#app/kit/file-size.ts";
import { useFrame } from "#app/kit/frame-context.tsx";

interface PictureViewProps {
  readonly picture: Picture;
  /** The course's folder as an address, no slash at the end. */
  readonly mediaBase: string;
}

/** A picture; where data is to be saved, its words and its weight, and the picture when asked for. */
export function PictureView({ picture, mediaBase }: PictureViewProps) {
  const { src, alt, width, height, small } = picture;
  const { settings } = useFrame();
  if (settings.dataSaver) return <PictureOnDemand {...{ picture, mediaBase }} alt={alt} />;
  const sources =
    small === null
      ? {}
      : {
          srcSet: `${mediaBase}/${small.src} ${small.width}w, ${mediaBase}/${src} ${width}w`,
          sizes: "(max-width: 30rem) 92vw, 30rem",
        };
  return (
    <img
      src={`${mediaBase}/${src}`}
      {...sources}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      // Phones that darken pages would turn the lines of a drawing white, and its words away.
      style={{ colorScheme: "only light" }}
    />
  );
}

/**
 * No `<img>`: without script a browser fetches it although nobody sees it. What stands in a style is
 * fetched when it is shown.
 */
export function PictureOnDemand({
  picture,
  mediaBase,
  alt,
}: PictureViewProps & {
  /** Its words, unless they stand beside it. */
  readonly alt?: string;
}) {
  const { showPicture } = useWords().authoring.media;
  const { src, bytes } = picture.small ?? picture;
  return (
    <details className="peek">
      <summary>
        <span>
          {showPicture(fileSize(bytes))} {alt === undefined ? null : <small>{alt}</small>}
        </span>
      </summary>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> is fetched unseen, see above */}
      <div role="img" aria-label={picture.alt} style={{ content: `url("${mediaBase}/${src}")` }} />
    </details>
  );
}

interface RecordingProps {
  readonly sound: Sound;
  readonly lang: string;
  readonly label: string;
  readonly mediaBase: string;
  readonly slow?: true | undefined;
}

/** A recording to listen to, fetched when it is played; its length and weight stand beside it. */
export function Recording({ sound, lang, label, mediaBase, slow }: RecordingProps) {
  const { recording } = useWords().authoring.media;
  return (
    <div data-ear-audio={lang} data-ear-slow={slow && ""}>
      <p className="hint" lang="vi">
        {recording(label, playingTime(sound.seconds), fileSize(sound.bytes))}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the words stand beside it */}
      <audio controls preload="none" src={`${mediaBase}/${sound.src}`} aria-label={label} />
    </div>
  );
}

/** "tiếng Mông"; the code of a language that has no name here. */
export function useLanguageName(): (lang: string) => string {
  const names: Readonly<Record<string, string>> = useWords().authoring.media.languages;
  return (lang) => names[lang] ?? lang;
}
