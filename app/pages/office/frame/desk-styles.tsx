import stylesheet from "#app/kit/styles/office.css?url";

/** The second sheet; whatever is drawn by it puts it before itself. */
export function DeskStyles() {
  return <link rel="stylesheet" href={stylesheet} />;
}
