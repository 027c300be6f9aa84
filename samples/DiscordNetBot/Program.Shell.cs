// The sample needs Discord.Net, which this build was made without: docs/adr/0002-chat-sdks-by-switch.md.
Console.Error.WriteLine("Built without Discord.Net. Build with -p:ChatSdks=true, or set the environment variable ChatSdks=true.");
return 1;
