import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { renderToString } from "react-dom/server";

import { judge, publicQuestion, responseText, rightAnswerText } from "#app/domain/content/index.ts";
import { vi, WordsProvider } from "#app/locales/index.ts";
import { FrameProvider } from "#app/kit/frame-context.tsx";
import { LessonBlocks } from "#app/pages/learn/blocks/lesson-blocks.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { QuestionField, QuestionReview } from "#app/pages/learn/blocks/question.tsx";
import type { EveryBlock } from "#tests/setup/every-block.ts";

/** Pages of one lesson, as the product prints them. */
export interface BlockPages {
  readonly origin: string;
  /** Addresses below "media/" that a browser asked for. */
  readonly asked: string[];
  readonly stop: () => Promise<void>;
}

/**
 * Serves a lesson at "/", the same for who saves data at "/it", and at "/tra-loi" what a posted form was
 * judged to be.
 * @param style the product's stylesheet
 */
export async function serveBlocks(every: EveryBlock, style: string): Promise<BlockPages> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = every.files.get(pathname.slice(1));
    if (file !== undefined) asked.push(pathname.slice(1));
    if (file !== undefined) {
      response.setHeader("content-type", file.type);
      response.end(file.bytes);
    } else if (pathname === "/style.css") {
      response.setHeader("content-type", "text/css");
      response.end(style);
    } else if (request.method === "POST") {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(page(every, false, new URLSearchParams(body)));
      });
    } else {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(page(every, pathname === "/it", null));
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server on a port has such an address
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function page({ lesson }: EveryBlock, dataSaver: boolean, posted: URLSearchParams | null): string {
  const settings = { locale: null, easyView: false, dataSaver };
  const markup = renderToString(
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{lesson.title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <WordsProvider value={vi}>
          <FrameProvider value={{ person: null, sample: false, settings }}>
            <LearnerPage heading={lesson.title}>
              {posted === null ? (
                <>
                  <LessonBlocks blocks={lesson.blocks} mediaBase="" />
                  <form method="post" className="flow">
                    {lesson.questions.map((question, index) => (
                      <QuestionField
                        key={question.id}
                        question={publicQuestion(question)}
                        number={index + 1}
                        mediaBase=""
                      />
                    ))}
                    <button className="btn">Gửi</button>
                  </form>
                </>
              ) : (
                lesson.questions.map((question, index) => {
                  const response = posted.getAll(`answer.${question.id}`);
                  return (
                    <QuestionReview
                      key={question.id}
                      number={index + 1}
                      prompt={question.prompt}
                      explanation={question.explanation}
                      correct={judge(question, response).correct}
                      yourAnswer={responseText(question, response)}
                      rightAnswer={rightAnswerText(question)}
                      mediaBase=""
                    />
                  );
                })
              )}
            </LearnerPage>
          </FrameProvider>
        </WordsProvider>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>${markup}`;
}
