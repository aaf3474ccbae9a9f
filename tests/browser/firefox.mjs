// The desk's main way in Firefox, driven by WebDriver BiDi: what test_firefox.py has asked for, as
// JSON. Prints what it saw, as JSON; ends with an error where something does not come.

import { createRequire } from "node:module";

const asked = JSON.parse(process.argv[2]);
const puppeteer = createRequire(asked.packages)("puppeteer-core");
const browser = await puppeteer.launch({ browser: "firefox", executablePath: asked.firefox, headless: true });

async function enter(name) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  await page.goto(`${asked.address}/`);
  await page.type("[name=name]", name);
  await page.type("[name=password]", asked.passwords[name]);
  await press(page, "Đăng nhập");
  await page.waitForSelector("::-p-text(Viết bài mới)");
  return page;
}

const press = async (page, label) => (await page.waitForSelector(`button ::-p-text(${label}), a ::-p-text(${label}), button::-p-text(${label})`)).click();

const says = (page, selector, text) =>
  page.waitForFunction((where, what) => document.querySelector(where)?.textContent.includes(what), {}, selector, text);

const seen = { errors: [] };
try {
  const editor = await enter("tuan");
  await press(editor, "Viết bài mới");
  const file = await editor.waitForSelector("#word");
  await editor.waitForSelector("#acts button");
  await file.uploadFile(asked.word);
  await editor.waitForFunction(() => document.querySelector("[name=Title]").value);
  seen.title = await editor.$eval("[name=Title]", (field) => field.value);
  await editor.waitForFunction(() => [...document.querySelectorAll(".card img")].some((image) => image.naturalWidth));
  await editor.select("[name=Category]", asked.category);
  const area = await editor.waitForSelector("#text textarea");
  await area.press("End");
  await area.type(asked.typed);
  await says(editor, "#saved", "Đã lưu");
  seen.address = editor.url();
  await editor.waitForFunction((typed) => [...document.querySelectorAll(".look iframe:not([hidden])")].some((frame) => frame.contentDocument?.body?.textContent.includes(typed)), {}, asked.typed);
  await press(editor, "Gửi duyệt");
  await says(editor, "#news", "Đã gửi thư ký");

  const secretary = await enter("lan");
  await secretary.goto(seen.address);
  await secretary.waitForSelector("#acts button");
  await press(secretary, "Đăng bài");
  await says(secretary, "#news", "Đã lên trang");
  seen.live = await secretary.$eval("#news a", (link) => link.getAttribute("href"));
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
