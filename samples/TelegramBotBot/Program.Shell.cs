// The sample needs Telegram.Bot, which this build was made without: docs/adr/0002-chat-sdks-by-switch.md.
Console.Error.WriteLine($"Built without Telegram.Bot. {ChatSdks.Remedy}");
return 1;
