using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Providers.OpenAI;
using Microsoft.Extensions.AI;
using System.ClientModel.Primitives;
using System.Text.Json;

namespace ChatAuth.Providers.Tests.OpenAI;

public sealed class OpenAIDialectTests
{
    [Test]
    public void Options_are_sent_by_their_names()
    {
        var sent = Sent(false, new ChatOptions { Temperature = 0.5f, TopP = 0.25f, FrequencyPenalty = 1, PresencePenalty = 2, StopSequences = ["END"], ResponseFormat = ChatResponseFormat.Json });

        Assert.That(sent.GetProperty("temperature").GetSingle(), Is.EqualTo(0.5f));
        Assert.That(sent.GetProperty("top_p").GetSingle(), Is.EqualTo(0.25f));
        Assert.That((sent.GetProperty("frequency_penalty").GetSingle(), sent.GetProperty("presence_penalty").GetSingle()), Is.EqualTo((1f, 2f)));
        Assert.That(sent.GetProperty("stop")[0].GetString(), Is.EqualTo("END"));
        Assert.That(sent.GetProperty("response_format").GetProperty("type").GetString(), Is.EqualTo("json_object"));
    }

    [TestCase(false, "max_completion_tokens", "max_tokens")]
    [TestCase(true, "max_tokens", "max_completion_tokens")]
    public void Limit_has_the_name_that_the_endpoint_knows(bool isCompatible, string name, string other)
    {
        var sent = Sent(isCompatible, new ChatOptions { MaxOutputTokens = 16 });

        Assert.That(sent.GetProperty(name).GetInt32(), Is.EqualTo(16));
        Assert.That(sent.TryGetProperty(other, out _), Is.False);
    }

    [Test]
    public void Tools_are_refused()
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => 42, "answer")] };

        var refused = Assert.Throws<VendorException>(() => new OpenAIDialect(false).OptionsOf(options));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.RequestRefused));
    }

    private static JsonElement Sent(bool isCompatible, ChatOptions options)
    {
        using var document = JsonDocument.Parse(ModelReaderWriter.Write(new OpenAIDialect(isCompatible).OptionsOf(options)));
        return document.RootElement.Clone();
    }
}
