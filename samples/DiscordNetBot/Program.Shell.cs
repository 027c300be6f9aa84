// The sample needs Discord.Net, which this build was made without: docs/adr/0002-chat-sdks-by-switch.md.
Console.Error.WriteLine($"Built without Discord.Net. {ChatSdks.Remedy}");
return 1;
